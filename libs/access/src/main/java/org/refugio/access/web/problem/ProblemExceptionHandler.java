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

/** Every answer that is not a success, in one form (RFC 9457). Exceptions' own messages go neither out nor into a log. */
@RestControllerAdvice
public class ProblemExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemExceptionHandler.class);

    /** Which field, and which rule it does not keep; never what stood in it. */
    record WrongField(String field, String rule) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refusal(RefusalException no) {
        Refusal refusal = no.refusal();
        HttpStatus status = switch (refusal.kind()) {
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        ProblemDetail body = StandardProblem.body(status, refusal.rule(), "This cannot be done", refusal.explanation());
        refusal.details().forEach(body::setProperty);
        return answer(status, body);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notYours(NotVisible notYours) {
        return answer(StandardProblem.NOT_FOUND);
    }

    @ExceptionHandler({PermissionDenied.class, AccessDeniedException.class})
    ResponseEntity<ProblemDetail> forbidden() {
        return answer(StandardProblem.NOT_ALLOWED);
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
    ResponseEntity<ProblemDetail> noKey(IdempotencyKeyMissing missing) {
        return answer(StandardProblem.IDEMPOTENCY_KEY_MISSING);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(BodyTooLarge tooLarge) {
        return answer(StandardProblem.TOO_LARGE);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> fields(MethodArgumentNotValidException invalid) {
        return notValid(invalid.getFieldErrors().stream().map(e -> field(e.getField(), e.getCode())).toList());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> parameters(HandlerMethodValidationException invalid) {
        return notValid(invalid.getParameterValidationResults().stream()
                .map(result -> field(result.getMethodParameter().getParameterName(),
                        result.getResolvableErrors().getFirst().getCodes() == null ? null : "NotValid"))
                .toList());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> parameterType(MethodArgumentTypeMismatchException mismatch) {
        ProblemDetail body = StandardProblem.BAD_REQUEST.body();
        body.setProperty("errors", List.of(field(mismatch.getName(), "TypeMismatch")));
        return answer(HttpStatus.BAD_REQUEST, body);
    }

    @ExceptionHandler({HttpMessageNotReadableException.class, ServletRequestBindingException.class})
    ResponseEntity<ProblemDetail> unreadable(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge) {
                return answer(StandardProblem.TOO_LARGE);
            }
        }
        return answer(StandardProblem.BAD_REQUEST);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> everythingElse(Exception e, HttpServletRequest request) {
        if (e instanceof ErrorResponse known && known.getStatusCode().value() < 500) {
            return ResponseEntity.status(known.getStatusCode()).headers(known.getHeaders())
                    .body(StandardProblem.ofStatus(known.getStatusCode().value()).body());
        }
        String code = RequestAudit.of(request) == null ? TraceId.of(null) : RequestAudit.of(request).traceId();
        if (StandardProblem.ofFault(e) == StandardProblem.TRY_AGAIN) {
            LOG.warn("A part does not answer; told the caller to try again. Support code {}", code,
                    RedactedExceptionFormat.of(e));
            return ResponseEntity.status(StandardProblem.TRY_AGAIN.status()).header(HttpHeaders.RETRY_AFTER, "2")
                    .body(StandardProblem.TRY_AGAIN.body(code));
        }
        LOG.error("A request failed. Support code {}", code, RedactedExceptionFormat.of(e));
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, StandardProblem.FAILED.body(code));
    }

    private static ResponseEntity<ProblemDetail> notValid(List<WrongField> fields) {
        ProblemDetail body = StandardProblem.NOT_VALID.body();
        body.setProperty("errors", fields);
        return answer(StandardProblem.NOT_VALID.status(), body);
    }

    private static WrongField field(String name, String rule) {
        return new WrongField(name == null ? "" : name, rule == null ? "NotValid" : rule);
    }

    private static ResponseEntity<ProblemDetail> answer(StandardProblem problem) {
        return answer(problem.status(), problem.body());
    }

    private static ResponseEntity<ProblemDetail> answer(HttpStatus status, ProblemDetail body) {
        return ResponseEntity.status(status).body(body);
    }
}
