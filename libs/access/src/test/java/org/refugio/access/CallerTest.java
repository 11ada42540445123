package org.refugio.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {

    private final List<String> heard = new ArrayList<>();
    private final Caller caller = new Caller("u1",
            Map.of("tapachula", Set.of(Role.INTERPRETER), "tijuana", Set.of(Role.LEGAL_OFFICER)),
            (permission, office, verdict) -> heard.add(permission + " " + office + " " + verdict));

    @Test
    void whatIsAllowedPassesAndIsHeard() {
        caller.require(Permission.READ_CASE, "tijuana");
        assertThat(heard).containsExactly("READ_CASE tijuana ALLOWED");
    }

    @Test
    void aRoleThatDoesNotAllowItIsForbiddenAndHeard() {
        assertThatThrownBy(() -> caller.require(Permission.READ_CASE, "tapachula"))
                .isInstanceOf(PermissionDenied.class);
        assertThat(heard).containsExactly("READ_CASE tapachula FORBIDDEN");
    }

    @Test
    void anotherOfficeIsNotTheirsAndHeard() {
        assertThatThrownBy(() -> caller.require(Permission.READ_CASE, "mexico")).isInstanceOf(NotVisible.class);
        assertThat(heard).containsExactly("READ_CASE mexico NOT_THEIRS");
    }

    @Test
    void aListIsHeardOfficeByOffice() {
        assertThat(caller.officesFor(Permission.READ_SCHEDULE)).containsExactlyInAnyOrder("tapachula", "tijuana");
        assertThat(heard).containsExactly("READ_SCHEDULE tapachula ALLOWED", "READ_SCHEDULE tijuana ALLOWED");
    }
}
