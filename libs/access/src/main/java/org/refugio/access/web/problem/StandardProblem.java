package org.refugio.access.web.problem;

import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.net.URI;
import org.refugio.access.audit.AuditUnavailable;
import org.refugio.messaging.failure.TransientFailure;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;

/**
 * The problems that are not refusals of a feature. Their texts are fixed: they repeat nothing of the request, and an object of
 * another office is indistinguishable from one that does not exist.
 */
public enum StandardProblem {

    BAD_REQUEST(HttpStatus.BAD_REQUEST, "bad-request", "The request cannot be read",
            "Check the parameters and the body against the description of the API."),
    NOT_SIGNED_IN(
            HttpStatus.UNAUTHORIZED, "not-signed-in", "Not signed in",
            "Sign in. The request has no valid access token, or it has expired."),
    CAPABILITY_NOT_VALID(
            HttpStatus.UNAUTHORIZED, "capability-not-valid", "This link is no longer valid",
            "Ask the office for a new link."),
    NOT_ALLOWED(HttpStatus.FORBIDDEN, "not-allowed",
            "Your role does not allow this",
            "Ask the coordinator of the office."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "not-found",
            "Not found",
            "It does not exist, or you do not have access to it."),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed",
            "The method is not allowed for this address",
            "See the description of the API."),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE, "not-acceptable",
            "The requested response format is not available",
            "See the description of the API."),
    TOO_LARGE(
            HttpStatus.CONTENT_TOO_LARGE, "too-large",
            "The request is too large",
            "Send less data per request."),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "unsupported-media-type",
            "The content type is not supported",
            "See the description of the API."),
    NOT_VALID(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "not-valid",
            "Some fields are invalid",
            "Correct the fields that are listed."),
    IDEMPOTENCY_KEY_MISSING(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "idempotency-key-missing",
            "The command has no valid Idempotency-Key",
            "Send the header Idempotency-Key with 1 to 128 printable characters, and the same one when you repeat the command."),
    TRY_AGAIN(
            HttpStatus.SERVICE_UNAVAILABLE,
            "try-again",
            "A part of the system does not respond at the moment",
            "Repeat the request in a moment, with the same Idempotency-Key."),
    FAILED(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "failed",
            "The request failed",
            "Give the support code to the operator of this system.");

    private final HttpStatus status;
    private final String rule;
    private final String title;
    private final String detail;

    StandardProblem(HttpStatus status, String rule, String title, String detail) {
        this.status = status;
        this.rule = rule;
        this.title = title;
        this.detail = detail;
    }

    HttpStatus status() {
        return status;
    }

    /** The problem detail. */
    public ProblemDetail body() {
        return body(status, rule, title, detail);
    }

    /** The problem detail with a support code. */
    public ProblemDetail body(String supportCode) {
        ProblemDetail body = body();
        body.setProperty("supportCode", supportCode);
        return body;
    }

    /** A problem detail with the type {@code urn:refugio:problem:<rule>}. */
    public static ProblemDetail body(HttpStatus status, String rule, String title, String detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create("urn:refugio:problem:" + rule));
        body.setTitle(title);
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
