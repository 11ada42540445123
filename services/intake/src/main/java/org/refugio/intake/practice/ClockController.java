package org.refugio.intake.practice;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.refugio.access.Needs;
import org.refugio.access.Permission;
import org.refugio.access.RuleSaidNo;
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

    record Shown(Instant now, boolean movable, long aheadSeconds) {}

    record Move(@NotNull Instant to) {}

    @GetMapping
    @Needs(value = Permission.READ_SCHEDULE, anyOffice = true)
    Shown read() {
        return new Shown(clock.instant(), clock.movable(), clock.ahead().toSeconds());
    }

    @PostMapping
    @Needs(value = Permission.MOVE_CLOCK, anyOffice = true)
    Shown move(@Valid @RequestBody Move command) {
        if (!clock.movable()) {
            throw new RuleSaidNo(ClockRefusal.FOLLOWS_REAL_TIME);
        }
        try {
            clock.moveTo(command.to());
        } catch (IllegalArgumentException e) {
            throw new RuleSaidNo(ClockRefusal.NEVER_BACK);
        }
        return read();
    }
}
