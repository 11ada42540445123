package org.refugio.intake.procedure;

import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.procedure.Procedure;
import org.refugio.procedure.Procedures;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProcedureController {

    private final Procedures procedures;

    ProcedureController(Procedures procedures) {
        this.procedures = procedures;
    }

    @GetMapping("/v1/procedure")
    @RequiresPermission(value = Permission.READ_SCHEDULE, anyOffice = true)
    Procedure current() {
        return procedures.current();
    }
}
