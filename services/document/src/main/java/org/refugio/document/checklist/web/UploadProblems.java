package org.refugio.document.checklist.web;

import java.util.Locale;
import org.refugio.access.web.problem.RefusalProblem;
import org.refugio.document.checklist.AddUpload;
import org.refugio.document.checklist.ChecklistRefusal;
import org.refugio.document.uploads.UploadTooLarge;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadProblems {

    private static final int MEGABYTES = (int) (AddUpload.MAX_BYTES / 1024 / 1024);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(UploadTooLarge e, Locale reader) {
        return RefusalProblem.response(HttpStatus.CONTENT_TOO_LARGE, new ChecklistRefusal.FileTooLarge(MEGABYTES),
                reader);
    }
}
