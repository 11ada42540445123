package org.refugio.access;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads the roles from a claim with strings {@code office:role}. */
final class TokenMembershipProvider implements MembershipProvider {

    private static final Logger LOG = LoggerFactory.getLogger(TokenMembershipProvider.class);
    private static final int MAX_LOGGED_ROLES = 100;

    private final String claim;
    private final Set<String> loggedRoles = ConcurrentHashMap.newKeySet();

    TokenMembershipProvider(String claim) {
        this.claim = claim;
    }

    @Override
    public Map<String, Set<Role>> of(Jwt token) {
        Map<String, Set<Role>> offices = new HashMap<>();
        if (token.getClaims().get(claim) instanceof List<?> memberships) {
            memberships.forEach(membership -> add(offices, String.valueOf(membership)));
        }
        return offices;
    }

    private void add(Map<String, Set<Role>> offices, String membership) {
        int colon = membership.indexOf(':');
        Role role = role(membership.substring(colon + 1));
        if (colon > 0 && role != null) {
            offices.computeIfAbsent(membership.substring(0, colon), _ -> EnumSet.noneOf(Role.class)).add(role);
        }
    }

    private Role role(String name) {
        for (Role role : Role.values()) {
            if (wireName(role).equals(name)) {
                return role;
            }
        }
        if (loggedRoles.size() < MAX_LOGGED_ROLES && loggedRoles.add(name)) {
            LOG.warn("A token contains a role that this version does not know; it is ignored (logged once per role)");
        }
        return null;
    }

    static String wireName(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
