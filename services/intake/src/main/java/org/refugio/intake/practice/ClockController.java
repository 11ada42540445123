package org.refugio.intake.practice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.refugio.access.Permission;
import org.refugio.access.RefusalException;
import org.refugio.access.RequiresPermission;
import org.refugio.clock.DomainClock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/clock")
class ClockController {

    private final DomainClock clock;

    ClockController(DomainClock clock) {
        this.clock = clock;
    }

    record ClockView(Instant now, boolean movable, long aheadSeconds) {}

    record Move(@NotNull Instant to) {}

    @GetMapping
    @RequiresPermission(value = Permission.READ_SCHEDULE, anyOffice = true)
    ClockView read() {
        return new ClockView(clock.instant(), clock.movable(), clock.ahead().toSeconds());
    }

    @PostMapping
    @RequiresPermission(value = Permission.MOVE_CLOCK, anyOffice = true)
    ClockView move(@Valid @RequestBody Move command) {
        if (!clock.movable()) {
            throw new RefusalException(new ClockRefusal.ClockFollowsRealTime());
        }
        try {
            clock.moveTo(command.to());
        } catch (IllegalArgumentException e) {
            throw new RefusalException(new ClockRefusal.ClockNeverGoesBack());
        }
        return read();
    }
}
