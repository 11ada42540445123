package org.refugio.scheduling.booking;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What is assumed of the authority's dates.
 *
 * @param authorityInterviewMinutes how long the person is taken to be away
 */
@ConfigurationProperties("refugio.scheduling")
record AuthoritySettings(int authorityInterviewMinutes) {}
