package org.refugio.notification.templates;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.refugio.contracts.MessageKind;

/** The message templates of one language, as in its file. Weekdays start with Monday, months with January. */
record LanguageTemplates(List<String> days, List<String> months, List<String> longDays, List<String> longMonths,
        String longDate,
        String noPlace, String subject, String question, Map<MessageKind, String> sms, Map<MessageKind, String> email) {

    /** For instance {@code mar 3 mar}. */
    String shortDate(LocalDateTime at) {
        return "%s %d %s".formatted(days.get(at.getDayOfWeek().getValue() - 1), at.getDayOfMonth(),
                months.get(at.getMonthValue() - 1));
    }

    String longDate(LocalDateTime at) {
        return longDate.replace("{dayName}", longDays.get(at.getDayOfWeek().getValue() - 1))
                .replace("{day}", Integer.toString(at.getDayOfMonth()))
                .replace("{monthName}", longMonths.get(at.getMonthValue() - 1))
                .replace("{year}", Integer.toString(at.getYear()));
    }
}
