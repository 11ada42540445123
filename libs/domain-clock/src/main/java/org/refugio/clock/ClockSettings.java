package org.refugio.clock;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of a movable clock.
 *
 * @param database the name of the database with the shared offset
 * @param every the age at which a service that asks for the time reads the offset again
 */
@ConfigurationProperties("refugio.movable-clock")
record ClockSettings(@DefaultValue("refugio_clock") String database, @DefaultValue("250ms") Duration every) {}
