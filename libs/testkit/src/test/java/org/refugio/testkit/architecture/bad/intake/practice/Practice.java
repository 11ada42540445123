package org.refugio.testkit.architecture.bad.intake.practice;

import org.refugio.testkit.architecture.bad.intake.cases.CaseManager;
import org.refugio.testkit.architecture.bad.intake.cases.web.CaseController;

/** A feature with a cyclic dependency that uses the web package of another feature. */
public class Practice {

    public String with(CaseManager manager) {
        return manager + new CaseController().all();
    }
}
