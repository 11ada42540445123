package org.refugio.access.audit;

import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Verifies the audit trail for auditors and coordinators, one part a request: the answer shows the progress, and whoever asks no
 * more has stopped it.
 */
@RestController
class AuditController {

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping("/v1/audit/verification")
    @RequiresPermission(value = Permission.READ_AUDIT, anyOffice = true)
    AuditVerification verify(@RequestParam(required = false) String after) {
        return trail.verify(after == null ? AuditPosition.START : position(after));
    }

    private static AuditPosition position(String after) {
        try {
            return AuditPosition.of(after);
        } catch (IllegalArgumentException e) {
            throw new MethodArgumentTypeMismatchException(after, AuditPosition.class, "after", null, e);
        }
    }
}
