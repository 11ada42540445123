package org.refugio.bench.hot;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.refugio.access.Caller;
import org.refugio.access.Permission;
import org.refugio.access.Role;

/** A permission check; the plain version looks up one set of roles. */
@State(Scope.Benchmark)
public class PermissionBenchmark {

    private final Caller caller = new Caller("user-1",
            Map.of("tapachula", Set.of(Role.LEGAL_OFFICER), "tijuana", Set.of(Role.INTERPRETER)));
    private final Set<Role> allowed = EnumSet.of(Role.LEGAL_OFFICER, Role.COORDINATOR);
    private final Permission permission = Permission.REVIEW_DOCUMENT;

    @Benchmark
    public boolean may() {
        return caller.may(permission, "tapachula");
    }

    @Benchmark
    public boolean mayPlain() {
        return caller.offices().get("tapachula").stream().anyMatch(allowed::contains);
    }
}
