package org.refugio.document.checklist.web;

import java.net.URI;
import org.refugio.document.checklist.ChecklistRefusal;
import org.refugio.document.uploads.FileTypeNotAccepted;
import org.refugio.document.uploads.UploadTooLarge;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UploadProblems {

    @ExceptionHandler
    ProblemDetail tooLarge(UploadTooLarge e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONTENT_TOO_LARGE,
                "The file is larger than 20 MB. Scan it in grey, or as several files.");
        problem.setType(URI.create("urn:refugio:problem:file-too-large"));
        return problem;
    }

    @ExceptionHandler
    ProblemDetail notTaken(FileTypeNotAccepted e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                ChecklistRefusal.TYPE_NOT_TAKEN.explanation());
        problem.setType(URI.create("urn:refugio:problem:" + ChecklistRefusal.TYPE_NOT_TAKEN.rule()));
        return problem;
    }
}
