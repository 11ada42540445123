package org.refugio.scheduling.slots;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A time at which all that is needed is free now.
 *
 * @param reasons stable words: {@code earliest}, {@code other-half-of-day}, {@code other-day},
 *     {@code lawyer-speaks-language}, {@code interpreter-speaks-language}, {@code before-authority-interview}
 */
public record Slot(LocalDateTime localStart, String lawyerId, String interpreterId, String roomId,
        List<String> reasons) {}
