package org.refugio.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings of access tokens and requests.
 *
 * @param audience the audience that a token must have
 * @param membershipsClaim the claim with the memberships, strings {@code office:role}
 * @param subjectClaim the claim with the person's id
 * @param clockSkew the tolerated difference between the clocks of the identity provider and the service
 * @param largestBody the maximum size of a command's body; does not apply to uploads
 */
@ConfigurationProperties("refugio.access")
public record AccessSettings(@DefaultValue("refugio-api") String audience,
        @DefaultValue("memberships") String membershipsClaim, @DefaultValue("sub") String subjectClaim,
        @DefaultValue("5s") Duration clockSkew, @DefaultValue("256KB") DataSize largestBody) {}
