package org.refugio.access.audit;

import org.refugio.access.Needs;
import org.refugio.access.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets those who answer for the trail see that nobody touched it. */
@RestController
class AuditController {

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping("/v1/audit/verification")
    @Needs(value = Permission.READ_AUDIT, anyOffice = true)
    Verification verify() {
        return trail.verify();
    }
}
