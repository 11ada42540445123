package org.refugio.access;

import java.util.Map;
import java.util.Set;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The source of a person's roles. By default they are read from the token; another bean of this type can query a directory,
 * so that the withdrawal of a role takes effect at once.
 */
@FunctionalInterface
public interface MembershipProvider {

    /** The person's roles by office; offices without a known role are omitted. */
    Map<String, Set<Role>> of(Jwt token);
}
