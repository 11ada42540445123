package org.refugio.access.web.problem;

import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.refugio.access.audit.AuditUnavailable;
import org.refugio.messaging.command.ProblemText;
import org.refugio.messaging.failure.TransientFailure;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;

/**
 * The problems that are not refusals of a feature. Their texts repeat nothing of the request, and an object of another office
 * is indistinguishable from one that does not exist.
 */
public enum StandardProblem {

    BAD_REQUEST(HttpStatus.BAD_REQUEST),
    NOT_SIGNED_IN(HttpStatus.UNAUTHORIZED),
    CAPABILITY_NOT_VALID(HttpStatus.UNAUTHORIZED),
    NOT_ALLOWED(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    NOT_VALID(HttpStatus.UNPROCESSABLE_CONTENT),
    IDEMPOTENCY_KEY_MISSING(HttpStatus.UNPROCESSABLE_CONTENT),
    PRECONDITION_REQUIRED(HttpStatus.PRECONDITION_REQUIRED),
    TRY_AGAIN(HttpStatus.SERVICE_UNAVAILABLE),
    FAILED(HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;

    StandardProblem(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    /** The last part of the type. */
    String rule() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The problem detail in the reader's language. */
    ProblemDetail body(Locale reader) {
        return body(status, rule(), ProblemText.of(StandardProblem.class, rule(), List.of(), reader));
    }

    /** The problem detail with a support code. */
    ProblemDetail body(Locale reader, String supportCode) {
        ProblemDetail body = body(reader);
        body.setProperty("supportCode", supportCode);
        return body;
    }

    /** A problem detail with the type {@code urn:refugio:problem:<rule>}. */
    static ProblemDetail body(HttpStatus status, String rule, ProblemText text) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, text.detail());
        body.setType(URI.create("urn:refugio:problem:" + rule));
        body.setTitle(text.title());
        return body;
    }

    /** {@link #TRY_AGAIN} when the exception or one of its causes is transient by its type, otherwise {@link #FAILED}. */
    public static StandardProblem ofException(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientFailure || cause instanceof AuditUnavailable
                    || cause instanceof MongoTimeoutException || cause instanceof MongoSocketException
                    || cause instanceof JwtDecoderInitializationException) {
                return TRY_AGAIN;
            }
        }
        return FAILED;
    }

    static StandardProblem ofStatus(int status) {
        for (StandardProblem problem : values()) {
            if (problem.status.value() == status) {
                return problem;
            }
        }
        return status < 500 ? BAD_REQUEST : FAILED;
    }
}
