package org.refugio.console.rebuild;

import org.refugio.access.Needs;
import org.refugio.access.Permission;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RebuildController {

    private final RebuildCheck check;

    RebuildController(RebuildCheck check) {
        this.check = check;
    }

    @PostMapping("/v1/rebuild-check")
    @Needs(value = Permission.OPERATE, anyOffice = true)
    RebuildCheck.Verdict check() {
        return check.run();
    }
}
