package org.refugio.access;

import static org.refugio.access.Role.AUDITOR;
import static org.refugio.access.Role.COORDINATOR;
import static org.refugio.access.Role.FEDERATION_ADMIN;
import static org.refugio.access.Role.INTAKE_WORKER;
import static org.refugio.access.Role.INTERPRETER;
import static org.refugio.access.Role.LEGAL_OFFICER;
import static org.refugio.access.Role.SCHEDULER;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The roles of each permission. Everything that is not listed is denied. */
final class PermissionTable {

    private PermissionTable() {
    }

    static Set<Role> rolesFor(Permission permission) {
        return switch (permission) {
            case OPEN_CASE, CHANGE_CONTACT, UPLOAD_DOCUMENT -> EnumSet.of(INTAKE_WORKER, LEGAL_OFFICER, COORDINATOR);
            case READ_CASE, SEARCH_CASES, READ_DOCUMENTS ->
                EnumSet.of(INTAKE_WORKER, LEGAL_OFFICER, SCHEDULER, COORDINATOR);
            case RECORD_PROCEEDINGS, REVIEW_DOCUMENT -> EnumSet.of(LEGAL_OFFICER, COORDINATOR);
            case READ_SCHEDULE -> EnumSet.of(INTAKE_WORKER, LEGAL_OFFICER, SCHEDULER, COORDINATOR, INTERPRETER);
            case BOOK_APPOINTMENT -> EnumSet.of(INTAKE_WORKER, LEGAL_OFFICER, SCHEDULER, COORDINATOR);
            case RECORD_ATTENDANCE -> EnumSet.of(INTAKE_WORKER, LEGAL_OFFICER, SCHEDULER, COORDINATOR);
            case MANAGE_RESOURCES -> EnumSet.of(COORDINATOR);
            case READ_MESSAGES, ANSWER_MESSAGES -> EnumSet.of(INTAKE_WORKER, LEGAL_OFFICER, SCHEDULER, COORDINATOR);
            case OPERATE -> EnumSet.of(COORDINATOR, FEDERATION_ADMIN);
            case MOVE_CLOCK -> EnumSet.of(COORDINATOR, FEDERATION_ADMIN);
            case READ_AUDIT -> EnumSet.of(COORDINATOR, AUDITOR);
        };
    }

    static boolean allow(Permission permission, String office, Caller caller) {
        Set<Role> held = caller.offices().getOrDefault(office, Set.of());
        return rolesFor(permission).stream().anyMatch(held::contains);
    }

    static Set<String> officesFor(Permission permission, Caller caller) {
        return caller.offices().keySet().stream().filter(office -> allow(permission, office, caller))
                .collect(Collectors.toUnmodifiableSet());
    }
}
