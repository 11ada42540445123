package org.refugio.testkit.architecture.bad.intake.cases;

import org.springframework.http.HttpStatus;

/** A use case that depends on HTTP. */
public class Opening {

    HttpStatus status() {
        return HttpStatus.OK;
    }
}
