package org.refugio.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How tokens are read.
 *
 * @param audience what a token must be meant for
 * @param membershipsClaim the claim with strings {@code office:role}
 * @param subjectClaim the claim with the person's id
 * @param clockSkew how far the identity provider's clock may be off
 * @param largestBody the largest command body, but for streamed uploads
 */
@ConfigurationProperties("refugio.access")
public record AccessSettings(@DefaultValue("refugio-api") String audience,
        @DefaultValue("memberships") String membershipsClaim, @DefaultValue("sub") String subjectClaim,
        @DefaultValue("5s") Duration clockSkew, @DefaultValue("256KB") DataSize largestBody) {}
