package org.refugio.legalclock.property;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * The articles written a second time, as code and not as data: days as month * 100 + day. Election days have no date in
 * LFT art. 74-IX and are in neither.
 */
final class Articles {

    private static final Set<Integer> LFPA = Set.of(101, 205, 321, 501, 505, 901, 916, 1120, 1225);
    private static final Set<Integer> LFT = Set.of(101, 501, 916, 1225);
    private static final Set<Integer> AMPARO = Set.of(101, 205, 321, 501, 505, 914, 916, 1012, 1120, 1225);

    private Articles() {
    }

    /** LFPA art. 28. */
    static boolean lfpa28(LocalDate day) {
        return weekend(day) || LFPA.contains(number(day)) || number(day) == 1201 && day.getYear() % 6 == 2024 % 6;
    }

    /** LFT art. 74, with the weekends of LFPA art. 28; the transfer of the executive moved to 1 October in 2024. */
    static boolean lft74(LocalDate day) {
        int week = (day.getDayOfMonth() + 6) / 7;
        boolean monday = day.getDayOfWeek() == DayOfWeek.MONDAY && switch (day.getMonth()) {
            case FEBRUARY -> week == 1;
            case MARCH, NOVEMBER -> week == 3;
            default -> false;
        };
        boolean transfer = number(day) == 1001 && day.getYear() >= 2024 && day.getYear() % 6 == 2024 % 6;
        return weekend(day) || LFT.contains(number(day)) || monday || transfer;
    }

    /** Ley de Amparo art. 19. */
    static boolean amparo19(LocalDate day) {
        return weekend(day) || AMPARO.contains(number(day));
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek().getValue() > 5;
    }

    private static int number(LocalDate day) {
        return day.getMonthValue() * 100 + day.getDayOfMonth();
    }
}
