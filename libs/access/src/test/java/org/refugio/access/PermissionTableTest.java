package org.refugio.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares the permission table with its published form, {@code permissions.txt}. */
class PermissionTableTest {

    private static String table() {
        StringBuilder table = new StringBuilder("%-20s".formatted(""));
        for (Role role : Role.values()) {
            table.append(" %-16s".formatted(TokenMembershipProvider.wireName(role)));
        }
        for (Permission permission : Permission.values()) {
            table.append("\n%-20s".formatted(permission));
            for (Role role : Role.values()) {
                table.append(" %-16s".formatted(allows(role, permission) ? "yes" : "-"));
            }
        }
        return table.toString().lines().map(String::stripTrailing).collect(Collectors.joining("\n")) + "\n";
    }

    private static boolean allows(Role role, Permission permission) {
        return new Caller("u1", Map.of("tapachula", Set.of(role))).may(permission, "tapachula");
    }

    @Test
    void theTableEqualsItsPublishedForm() throws IOException {
        try (var file = getClass().getResourceAsStream("/permissions.txt")) {
            assertThat(table()).isEqualTo(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aRoleIsValidInItsOwnOfficeOnly() {
        for (Role role : Role.values()) {
            Caller caller = new Caller("u1", Map.of("tapachula", Set.of(role)));
            assertThat(Permission.values()).noneMatch(permission -> caller.may(permission, "tijuana"));
        }
    }

    @Test
    void theFederationAdministratorHasNoAccessToCases() {
        Caller admin = new Caller("u1", Map.of("federation", Set.of(Role.FEDERATION_ADMIN)));
        assertThat(Arrays.stream(Permission.values()).filter(admin::mayAnywhere))
                .containsExactlyInAnyOrder(Permission.OPERATE, Permission.MOVE_CLOCK);
    }

    @Test
    void aPersonWithoutARoleHasNoPermissions() {
        Caller caller = new Caller("u1", Map.of());
        assertThat(Permission.values()).noneMatch(caller::mayAnywhere);
    }
}
