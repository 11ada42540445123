package org.refugio.scheduling.slots;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the slot search.
 *
 * @param horizonDays how many days ahead slots are searched
 */
@ConfigurationProperties("refugio.scheduling.slots")
record SlotSettings(int horizonDays) {}
