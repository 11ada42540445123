package org.refugio.console.rebuild;

import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RebuildController {

    private final RebuildCheck check;

    RebuildController(RebuildCheck check) {
        this.check = check;
    }

    @PostMapping("/v1/rebuild-check")
    @RequiresPermission(value = Permission.OPERATE, anyOffice = true)
    RebuildCheck.Verdict check() {
        return check.run();
    }
}
