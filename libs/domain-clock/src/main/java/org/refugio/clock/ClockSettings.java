package org.refugio.clock;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of a movable clock.
 *
 * @param database where the shared offset stands
 * @param every how often a service looks at it
 */
@ConfigurationProperties("refugio.movable-clock")
record ClockSettings(@DefaultValue("refugio_clock") String database, @DefaultValue("250ms") Duration every) {}
