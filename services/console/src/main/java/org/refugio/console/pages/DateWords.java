package org.refugio.console.pages;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Formats dates. Names of days and months come from own tables, because the JDK has none for Haitian Creole. */
@Configuration
public class DateWords {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        source.setBasenames("text/staff", "text/applicant");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(false);
        return source;
    }

    /** For instance {@code mar 3 mar 2026}. */
    public static String day(MessageSource words, Locale locale, LocalDate day) {
        String weekday = words.getMessage("date.days", null, locale).split(",")[day.getDayOfWeek().getValue() - 1];
        String month = words.getMessage("date.months", null, locale).split(",")[day.getMonthValue() - 1];
        return weekday + " " + day.getDayOfMonth() + " " + month + " " + day.getYear();
    }

    /** For instance {@code mar 3 mar 2026, 10:00}. */
    public static String moment(MessageSource words, Locale locale, LocalDateTime at) {
        return day(words, locale, at.toLocalDate()) + ", " + HOUR.format(at);
    }
}
