package org.refugio.access.audit;

import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Verifies the audit trail for auditors and coordinators. */
@RestController
class AuditController {

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping("/v1/audit/verification")
    @RequiresPermission(value = Permission.READ_AUDIT, anyOffice = true)
    AuditVerification verify() {
        return trail.verify();
    }
}
