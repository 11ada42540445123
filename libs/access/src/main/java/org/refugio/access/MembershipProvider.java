package org.refugio.access;

import java.util.Map;
import java.util.Set;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Where a person's roles come from. Today the token says; a directory that is asked, so that a role can be taken away at
 * once, is another bean of this type.
 */
@FunctionalInterface
public interface MembershipProvider {

    /** The roles per office; an office without a known role does not stand here. */
    Map<String, Set<Role>> of(Jwt token);
}
