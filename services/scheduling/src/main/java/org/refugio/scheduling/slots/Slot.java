package org.refugio.scheduling.slots;

import java.time.LocalDateTime;
import java.util.List;

/**
 * A time at which all needed resources are currently free.
 *
 * @param reasons stable codes: {@code earliest}, {@code other-half-of-day}, {@code other-day},
 *     {@code lawyer-speaks-language}, {@code interpreter-speaks-language}, {@code before-authority-interview}
 */
public record Slot(LocalDateTime localStart, String lawyerId, String interpreterId, String roomId,
        List<String> reasons) {}
