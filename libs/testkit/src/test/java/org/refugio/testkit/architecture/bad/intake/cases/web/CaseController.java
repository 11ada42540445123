package org.refugio.testkit.architecture.bad.intake.cases.web;

import org.springframework.web.bind.annotation.GetMapping;

/** Open to everybody. */
public class CaseController {

    @GetMapping("/v1/cases")
    public String all() {
        return "";
    }
}
