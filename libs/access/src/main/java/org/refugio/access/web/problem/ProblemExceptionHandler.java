package org.refugio.access.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.refugio.access.NotVisible;
import org.refugio.access.PermissionDenied;
import org.refugio.access.RefusalException;
import org.refugio.access.web.TraceId;
import org.refugio.access.web.audit.RequestAudit;
import org.refugio.access.web.command.BodyTooLarge;
import org.refugio.access.web.command.IdempotencyKeyMissing;
import org.refugio.access.web.security.CapabilityInvalid;
import org.refugio.messaging.command.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
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

    /** An invalid field and the rule that it violates, never its value. */
    record InvalidField(String field, String rule) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refusal(RefusalException exception) {
        Refusal refusal = exception.refusal();
        HttpStatus status = switch (refusal.kind()) {
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        ProblemDetail body = StandardProblem.body(status, refusal.rule(), "The command was refused",
                refusal.explanation());
        refusal.details().forEach(body::setProperty);
        return response(status, body);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notVisible(NotVisible exception) {
        return response(StandardProblem.NOT_FOUND);
    }

    @ExceptionHandler({PermissionDenied.class, AccessDeniedException.class})
    ResponseEntity<ProblemDetail> forbidden() {
        return response(StandardProblem.NOT_ALLOWED);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notSignedIn(AuthenticationException e) {
        StandardProblem problem = e instanceof CapabilityInvalid
                ? StandardProblem.CAPABILITY_NOT_VALID
                : StandardProblem.NOT_SIGNED_IN;
        return ResponseEntity.status(problem.status()).header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .body(problem.body());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> keyMissing(IdempotencyKeyMissing exception) {
        return response(StandardProblem.IDEMPOTENCY_KEY_MISSING);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(BodyTooLarge exception) {
        return response(StandardProblem.TOO_LARGE);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalidFields(MethodArgumentNotValidException invalid) {
        return notValid(invalid.getFieldErrors().stream().map(e -> field(e.getField(), e.getCode())).toList());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalidParameters(HandlerMethodValidationException invalid) {
        return notValid(invalid.getParameterValidationResults().stream()
                .map(result -> field(result.getMethodParameter().getParameterName(),
                        result.getResolvableErrors().getFirst().getCodes() == null ? null : "NotValid"))
                .toList());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalidParameterType(MethodArgumentTypeMismatchException mismatch) {
        ProblemDetail body = StandardProblem.BAD_REQUEST.body();
        body.setProperty("errors", List.of(field(mismatch.getName(), "TypeMismatch")));
        return response(HttpStatus.BAD_REQUEST, body);
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, ServletRequestBindingException.class})
    ResponseEntity<ProblemDetail> unreadable(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge) {
                return response(StandardProblem.TOO_LARGE);
            }
        }
        return response(StandardProblem.BAD_REQUEST);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse error && error.getStatusCode().value() < 500) {
            return ResponseEntity.status(error.getStatusCode()).headers(error.getHeaders())
                    .body(StandardProblem.ofStatus(error.getStatusCode().value()).body());
        }
        String supportCode = RequestAudit.of(request) == null ? TraceId.of(null) : RequestAudit.of(request).traceId();
        if (StandardProblem.ofException(e) == StandardProblem.TRY_AGAIN) {
            LOG.warn("A component does not respond; the request was answered 503. Support code {}", supportCode,
                    RedactedExceptionFormat.of(e));
            return ResponseEntity.status(StandardProblem.TRY_AGAIN.status()).header(HttpHeaders.RETRY_AFTER, "2")
                    .body(StandardProblem.TRY_AGAIN.body(supportCode));
        }
        LOG.error("A request failed. Support code {}", supportCode, RedactedExceptionFormat.of(e));
        return response(HttpStatus.INTERNAL_SERVER_ERROR, StandardProblem.FAILED.body(supportCode));
    }

    private static ResponseEntity<ProblemDetail> notValid(List<InvalidField> fields) {
        ProblemDetail body = StandardProblem.NOT_VALID.body();
        body.setProperty("errors", fields);
        return response(StandardProblem.NOT_VALID.status(), body);
    }

    private static InvalidField field(String name, String rule) {
        return new InvalidField(name == null ? "" : name, rule == null ? "NotValid" : rule);
    }

    private static ResponseEntity<ProblemDetail> response(StandardProblem problem) {
        return response(problem.status(), problem.body());
    }

    private static ResponseEntity<ProblemDetail> response(HttpStatus status, ProblemDetail body) {
        return ResponseEntity.status(status).body(body);
    }
}
