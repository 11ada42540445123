package org.refugio.scheduling.slots;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How slots are looked for.
 *
 * @param horizonDays how far ahead
 */
@ConfigurationProperties("refugio.scheduling.slots")
record SlotSettings(int horizonDays) {}
