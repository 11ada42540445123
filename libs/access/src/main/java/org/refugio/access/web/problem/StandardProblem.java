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
 * The problems that no rule of a feature states. Their texts are fixed: nothing of a request is said back, and an object
 * that is somebody else's reads exactly like one that is not there.
 */
public enum StandardProblem {

    BAD_REQUEST(HttpStatus.BAD_REQUEST, "bad-request", "The request cannot be read",
            "Check the parameters and the body against the description of the interface."),
    NOT_SIGNED_IN(
            HttpStatus.UNAUTHORIZED, "not-signed-in", "Sign in first",
            "The request carries no valid access token, or it has expired."),
    CAPABILITY_NOT_VALID(
            HttpStatus.UNAUTHORIZED, "capability-not-valid", "This link does not work any more",
            "Ask the office for a new link."),
    NOT_ALLOWED(HttpStatus.FORBIDDEN, "not-allowed",
            "Your role does not allow this",
            "Ask the coordinator of the office."),
    NOT_FOUND(HttpStatus.NOT_FOUND, "not-found",
            "There is nothing here",
            "It does not exist, or not for you."),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed",
            "This cannot be done here",
            "See the description of the interface."),
    NOT_ACCEPTABLE(
            HttpStatus.NOT_ACCEPTABLE, "not-acceptable",
            "This form of answer is not to be had",
            "See the description of the interface."),
    TOO_LARGE(
            HttpStatus.CONTENT_TOO_LARGE, "too-large",
            "This is too large",
            "Send less at a time."),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "unsupported-media-type",
            "This kind of content is not taken here",
            "See the description of the interface."),
    NOT_VALID(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "not-valid",
            "Some fields are not right",
            "See the fields named."),
    IDEMPOTENCY_KEY_MISSING(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "idempotency-key-missing",
            "The command has no usable Idempotency-Key",
            "Send the header Idempotency-Key with 1 to 128 printable characters; the same one when you try again."),
    TRY_AGAIN(
            HttpStatus.SERVICE_UNAVAILABLE,
            "try-again",
            "A part of the system does not answer now",
            "Nothing was answered. Try again in a moment, with the same Idempotency-Key."),
    FAILED(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "failed",
            "Something failed here",
            "Give the support code to whoever looks after this system.");

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

    public ProblemDetail body() {
        return body(status, rule, title, detail);
    }

    public ProblemDetail body(String supportCode) {
        ProblemDetail body = body();
        body.setProperty("supportCode", supportCode);
        return body;
    }

    public static ProblemDetail body(HttpStatus status, String rule, String title, String detail) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        body.setType(URI.create("urn:refugio:problem:" + rule));
        body.setTitle(title);
        return body;
    }

    /** Whether a fault passes by itself, by type, through all causes: the libraries wrap each other's faults. */
    public static StandardProblem ofFault(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
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
