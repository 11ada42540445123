package org.refugio.access.web.problem;

import java.util.Locale;
import org.refugio.messaging.command.ProblemText;
import org.refugio.messaging.command.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** The problem detail of a refusal, in the reader's language. */
public final class RefusalProblem {

    private RefusalProblem() {
    }

    /** With the status that the kind of the refusal has. */
    public static ResponseEntity<ProblemDetail> response(Refusal refusal, Locale reader) {
        return response(status(refusal.kind()), refusal, reader);
    }

    /** The status of a kind of refusals. */
    public static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case CONFLICT -> HttpStatus.CONFLICT;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case OUTDATED -> HttpStatus.PRECONDITION_FAILED;
        };
    }

    /** With another status. */
    public static ResponseEntity<ProblemDetail> response(HttpStatus status, Refusal refusal, Locale reader) {
        ProblemDetail body = StandardProblem.body(status, refusal.rule(), ProblemText.of(refusal, reader));
        refusal.details().forEach(body::setProperty);
        return ResponseEntity.status(status).header(HttpHeaders.CONTENT_LANGUAGE, reader.toLanguageTag())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body);
    }
}
