package org.refugio.testkit.architecture.bad.intake.cases.web;

import org.springframework.web.bind.annotation.GetMapping;

/** A route without a rule. */
public class CaseController {

    @GetMapping("/v1/cases")
    public String all() {
        return "";
    }
}
