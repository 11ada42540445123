package org.refugio.testkit.architecture.bad.intake.practice;

import org.refugio.testkit.architecture.bad.intake.cases.CaseManager;
import org.refugio.testkit.architecture.bad.intake.cases.web.CaseController;

/** Leans on what leans on it, and on another feature's edge. */
public class Practice {

    public String with(CaseManager manager) {
        return manager + new CaseController().all();
    }
}
