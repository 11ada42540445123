package org.refugio.access.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.refugio.access.NotVisible;
import org.refugio.access.PermissionDenied;
import org.refugio.access.RefusalException;
import org.refugio.access.web.TraceId;
import org.refugio.access.web.audit.RequestAudit;
import org.refugio.access.web.command.BodyTooLarge;
import org.refugio.access.web.command.IdempotencyKeyMissing;
import org.refugio.access.web.command.SeenTagMissing;
import org.refugio.access.web.security.CapabilityInvalid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Converts exceptions to problem details (RFC 9457). Messages of exceptions are neither sent nor logged. */
@RestControllerAdvice
public class ProblemExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemExceptionHandler.class);

    /**
     * An invalid field and the rule that it violates, never its value.
     *
     * @param message in the reader's language; null where the input could not be converted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InvalidField(String field, String rule, String message) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refusal(RefusalException exception, Locale reader) {
        return RefusalProblem.response(exception.refusal(), reader);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notVisible(NotVisible exception, Locale reader) {
        return response(StandardProblem.NOT_FOUND, reader);
    }

    @ExceptionHandler({PermissionDenied.class, AccessDeniedException.class})
    ResponseEntity<ProblemDetail> forbidden(Locale reader) {
        return response(StandardProblem.NOT_ALLOWED, reader);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notSignedIn(AuthenticationException e, Locale reader) {
        StandardProblem problem = e instanceof CapabilityInvalid
                ? StandardProblem.CAPABILITY_NOT_VALID
                : StandardProblem.NOT_SIGNED_IN;
        return status(problem.status(), reader).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .body(problem.body(reader));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> keyMissing(IdempotencyKeyMissing exception, Locale reader) {
        return response(StandardProblem.IDEMPOTENCY_KEY_MISSING, reader);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> nothingSeen(SeenTagMissing exception, Locale reader) {
        return response(StandardProblem.PRECONDITION_REQUIRED, reader);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(BodyTooLarge exception, Locale reader) {
        return response(StandardProblem.TOO_LARGE, reader);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalidFields(MethodArgumentNotValidException invalid, Locale reader) {
        return invalid(StandardProblem.NOT_VALID, reader,
                invalid.getFieldErrors().stream().map(e -> field(e.getField(), e.getCode(), message(e))).toList());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalidParameters(HandlerMethodValidationException invalid, Locale reader) {
        return invalid(StandardProblem.NOT_VALID, reader, invalid.getParameterValidationResults().stream()
                .map(result -> field(result.getMethodParameter().getParameterName(),
                        result.getResolvableErrors().getFirst().getCodes() == null ? null : "NotValid",
                        result.getResolvableErrors().getFirst().getDefaultMessage()))
                .toList());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalidParameterType(MethodArgumentTypeMismatchException mismatch, Locale reader) {
        return invalid(StandardProblem.BAD_REQUEST, reader,
                List.of(field(mismatch.getName(), "TypeMismatch", null)));
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, ServletRequestBindingException.class})
    ResponseEntity<ProblemDetail> unreadable(Exception e, Locale reader) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge) {
                return response(StandardProblem.TOO_LARGE, reader);
            }
        }
        return response(StandardProblem.BAD_REQUEST, reader);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e, HttpServletRequest request, Locale reader) {
        if (e instanceof ErrorResponse error && error.getStatusCode().value() < 500) {
            return ResponseEntity.status(error.getStatusCode()).headers(error.getHeaders())
                    .header(HttpHeaders.CONTENT_LANGUAGE, reader.toLanguageTag())
                    .body(StandardProblem.ofStatus(error.getStatusCode().value()).body(reader));
        }
        String supportCode = RequestAudit.of(request) == null ? TraceId.of(null) : RequestAudit.of(request).traceId();
        if (StandardProblem.ofException(e) == StandardProblem.TRY_AGAIN) {
            LOG.warn("A component does not respond; the request was answered 503. Support code {}", supportCode,
                    RedactedExceptionFormat.of(e));
            return status(StandardProblem.TRY_AGAIN.status(), reader).header(HttpHeaders.RETRY_AFTER, "2")
                    .body(StandardProblem.TRY_AGAIN.body(reader, supportCode));
        }
        LOG.error("A request failed. Support code {}", supportCode, RedactedExceptionFormat.of(e));
        return status(StandardProblem.FAILED.status(), reader).body(StandardProblem.FAILED.body(reader, supportCode));
    }

    private static ResponseEntity<ProblemDetail> invalid(StandardProblem problem, Locale reader,
            List<InvalidField> fields) {
        ProblemDetail body = problem.body(reader);
        body.setProperty("errors", fields);
        return status(problem.status(), reader).body(body);
    }

    /** Only that of the validator, which is in the reader's language and does not repeat the value. */
    private static String message(FieldError error) {
        return error.isBindingFailure() ? null : error.getDefaultMessage();
    }

    private static InvalidField field(String name, String rule, String message) {
        return new InvalidField(name == null ? "" : name, rule == null ? "NotValid" : rule, message);
    }

    private static ResponseEntity<ProblemDetail> response(StandardProblem problem, Locale reader) {
        return status(problem.status(), reader).body(problem.body(reader));
    }

    private static ResponseEntity.BodyBuilder status(HttpStatus status, Locale reader) {
        return ResponseEntity.status(status).header(HttpHeaders.CONTENT_LANGUAGE, reader.toLanguageTag());
    }
}
