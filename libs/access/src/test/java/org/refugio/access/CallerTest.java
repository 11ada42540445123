package org.refugio.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {

    private final List<String> checks = new ArrayList<>();
    private final Caller caller = new Caller("u1",
            Map.of("tapachula", Set.of(Role.INTERPRETER), "tijuana", Set.of(Role.LEGAL_OFFICER)),
            (permission, office, verdict) -> checks.add(permission + " " + office + " " + verdict));

    @Test
    void aPermissionThatTheRoleIncludesIsGrantedAndReported() {
        caller.require(Permission.READ_CASE, "tijuana");
        assertThat(checks).containsExactly("READ_CASE tijuana ALLOWED");
    }

    @Test
    void aPermissionThatTheRoleDoesNotIncludeIsDeniedAndReported() {
        assertThatThrownBy(() -> caller.require(Permission.READ_CASE, "tapachula"))
                .isInstanceOf(PermissionDenied.class);
        assertThat(checks).containsExactly("READ_CASE tapachula FORBIDDEN");
    }

    @Test
    void anObjectOfAnotherOfficeIsNotVisibleAndReported() {
        assertThatThrownBy(() -> caller.require(Permission.READ_CASE, "mexico")).isInstanceOf(NotVisible.class);
        assertThat(checks).containsExactly("READ_CASE mexico OTHER_OFFICE");
    }

    @Test
    void aListReportsEveryOffice() {
        assertThat(caller.officesFor(Permission.READ_SCHEDULE)).containsExactlyInAnyOrder("tapachula", "tijuana");
        assertThat(checks).containsExactly("READ_SCHEDULE tapachula ALLOWED", "READ_SCHEDULE tijuana ALLOWED");
    }
}
