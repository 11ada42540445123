package org.refugio.access.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
import org.refugio.access.web.input.InputRule;
import org.refugio.access.web.input.InvalidInput;
import org.refugio.access.web.security.CapabilityInvalid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** Converts exceptions to problem details (RFC 9457). Messages of exceptions are neither sent nor logged. */
@RestControllerAdvice
public class ProblemExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemExceptionHandler.class);

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
                invalid.getFieldErrors().stream().map(InvalidField::of).toList());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalidParameters(HandlerMethodValidationException invalid, Locale reader) {
        return invalid(StandardProblem.NOT_VALID, reader, invalid.getParameterValidationResults().stream()
                .map(result -> InvalidField.of(result.getMethodParameter().getParameterName(),
                        result.getResolvableErrors().getFirst().getCodes() == null ? null : "NotValid",
                        result.getResolvableErrors().getFirst().getDefaultMessage()))
                .toList());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalidParameterType(MethodArgumentTypeMismatchException mismatch, Locale reader) {
        return invalidInput(InvalidInput.expecting(mismatch.getName(), mismatch.getRequiredType()), reader);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missingParameter(MissingServletRequestParameterException missing, Locale reader) {
        return invalidInput(new InvalidInput(missing.getParameterName(), InputRule.MISSING), reader);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalidInput(InvalidInput input, Locale reader) {
        return invalid(StandardProblem.BAD_REQUEST, reader, List.of(InvalidField.of(input, reader)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadableBody(HttpMessageNotReadableException e, Locale reader) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge) {
                return response(StandardProblem.TOO_LARGE, reader);
            }
            if (cause instanceof JacksonException unreadable) {
                return invalid(StandardProblem.BAD_REQUEST, reader, List.of(InvalidField.of(unreadable, reader)));
            }
        }
        return response(StandardProblem.BAD_REQUEST, reader);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadableRequest(ServletRequestBindingException e, Locale reader) {
        return response(StandardProblem.BAD_REQUEST, reader);
    }

    /** @throws Exception when a part of the response is sent: the connection must end, so that it is not taken for a whole */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception e, HttpServletRequest request, HttpServletResponse sent,
            Locale reader) throws Exception {
        if (sent.isCommitted()) {
            throw e;
        }
        if (e instanceof ErrorResponse error && error.getStatusCode().value() < 500) {
            return ResponseEntity.status(error.getStatusCode()).headers(error.getHeaders())
                    .header(HttpHeaders.CONTENT_LANGUAGE, reader.toLanguageTag())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(StandardProblem.ofStatus(error.getStatusCode().value()).body(reader));
        }
        StandardProblem problem = StandardProblem.ofException(e);
        if (problem.status().is4xxClientError()) {
            return response(problem, reader);
        }
        String supportCode = RequestAudit.of(request) == null ? TraceId.of(null) : RequestAudit.of(request).traceId();
        if (problem == StandardProblem.TRY_AGAIN) {
            LOG.warn("A component does not respond; the request was answered 503. Support code {}", supportCode,
                    RedactedExceptionFormat.of(e));
            return status(StandardProblem.TRY_AGAIN.status(), reader)
                    .header(HttpHeaders.RETRY_AFTER, ProblemWriter.RETRY_AFTER)
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

    private static ResponseEntity<ProblemDetail> response(StandardProblem problem, Locale reader) {
        return status(problem.status(), reader).body(problem.body(reader));
    }

    /** With its type, so that a client that accepts only another one learns the problem too. */
    private static ResponseEntity.BodyBuilder status(HttpStatus status, Locale reader) {
        return ResponseEntity.status(status).header(HttpHeaders.CONTENT_LANGUAGE, reader.toLanguageTag())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
