package org.refugio.access.web.problem;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.refugio.access.audit.AuditUnavailable;
import org.refugio.access.web.command.BodyUnreadable;
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
    BUSY(HttpStatus.SERVICE_UNAVAILABLE),
    FAILED(HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;

    StandardProblem(HttpStatus status) {
        this.status = status;
    }

    /** The status of the response. */
    public HttpStatus status() {
        return status;
    }

    /** The type of the problem. */
    public String type() {
        return type(rule());
    }

    /** The type of the problems of a rule. */
    public static String type(String rule) {
        return "urn:refugio:problem:" + rule;
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
        body.setType(URI.create(type(rule)));
        body.setTitle(text.title());
        return body;
    }

    /**
     * The problem of an exception or the first of its causes that has one by its type: {@link #TRY_AGAIN} when it is
     * transient, also when no connection to the store was free in time; a 4xx when the client sent what cannot be read or stopped sending, otherwise {@link #FAILED}.
     */
    public static StandardProblem ofException(Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransientFailure || cause instanceof AuditUnavailable
                    || cause instanceof MongoTimeoutException || cause instanceof MongoSocketException
                    || cause instanceof MongoConnectionPoolClearedException
                    || cause instanceof JwtDecoderInitializationException) {
                return TRY_AGAIN;
            }
            if (cause instanceof InvalidParameterException parameters) {
                return parameters.getErrorCode() == TOO_LARGE.status.value() ? TOO_LARGE : BAD_REQUEST;
            }
            if (cause instanceof BodyUnreadable || cause instanceof ClientAbortException
                    || cause instanceof BadRequestException) {
                return BAD_REQUEST;
            }
        }
        return FAILED;
    }

    /** The problem of a status. */
    public static StandardProblem ofStatus(int status) {
        for (StandardProblem problem : values()) {
            if (problem.status.value() == status) {
                return problem;
            }
        }
        return status < 500 ? BAD_REQUEST : FAILED;
    }
}
