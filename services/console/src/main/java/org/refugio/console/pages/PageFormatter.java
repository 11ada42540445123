package org.refugio.console.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.refugio.clock.DomainClock;
import org.refugio.clock.LocalStart;
import org.refugio.console.ConsoleSettings;
import org.refugio.console.readmodel.CaseProjection;
import org.refugio.console.readmodel.ResourceProjection;
import org.refugio.contracts.PersonDetails;
import org.refugio.contracts.Sealed;
import org.refugio.privacy.Privacy;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Formats values in the language of the page; available in templates as {@code @show}. */
@Component("show")
public class PageFormatter {

    private final MessageSource words;
    private final ConsoleSettings settings;
    private final Privacy privacy;
    private final DomainClock clock;

    PageFormatter(MessageSource words, ConsoleSettings settings, Privacy privacy, DomainClock clock) {
        this.words = words;
        this.settings = settings;
        this.privacy = privacy;
        this.clock = clock;
    }

    /**
     * A local time of the office with its place and zone: {@code mar 3 mar 2026, 10:00 · Tapachula (hora del centro)}.
     * Of an hour that is repeated that night it is the first.
     */
    public String when(LocalDateTime at, String office) {
        ZoneId zone = zone(office);
        boolean repeated = LocalStart.of(at, zone).filter(LocalStart::repeatedHour).isPresent();
        return moment(at, office) + (repeated ? " · " + text("repeated-hour") : "");
    }

    private String moment(LocalDateTime at, String office) {
        return DateWords.moment(words, locale(), at) + " · " + office(office) + " ("
                + text("zone." + zone(office).getId().replace('/', '_')) + ")";
    }

    /** An instant as local time of the office. */
    public String when(String instant, String office) {
        return moment(LocalDateTime.ofInstant(Instant.parse(instant), zone(office)), office);
    }

    public String day(LocalDate day) {
        return DateWords.day(words, locale(), day);
    }

    /** The day of an instant in the office. */
    public String dayOf(String instant, String office) {
        return day(LocalDate.ofInstant(Instant.parse(instant), zone(office)));
    }

    /** An instant in the zone of the federation, for operators. */
    public String moment(String instant) {
        return DateWords.moment(words, locale(),
                LocalDateTime.ofInstant(Instant.parse(instant), ZoneId.of("America/Mexico_City")));
    }

    public String hour(LocalDateTime at) {
        return at.toLocalTime().toString();
    }

    public String office(String id) {
        return settings.office(id).name();
    }

    /** The current date in the office, by the domain clock. */
    public LocalDate today(String office) {
        return LocalDate.ofInstant(clock.instant(), settings.office(office).zone());
    }

    public ZoneId zone(String office) {
        return settings.office(office).zone();
    }

    /** The name by which the person wishes to be called. */
    public String name(CaseProjection file) {
        return privacy.openJson(file.person(), PersonDetails.class).map(PersonDetails::callName)
                .orElseGet(() -> text("erased"));
    }

    /** The name of a lawyer, an interpreter or a room. */
    public String name(ResourceProjection staffing) {
        return staffing == null ? "—" : staffing.name() == null ? staffing.roomName() : open(staffing.name());
    }

    public String open(Sealed sealed) {
        return sealed == null ? "" : privacy.open(sealed).orElseGet(() -> text("erased"));
    }

    /** The text of a key; a key without a text is shown without its prefix, and any other value unchanged. */
    public String text(String key, Object... values) {
        String otherwise = key.matches("[\\w.-]+") ? key.substring(key.lastIndexOf('.') + 1) : key;
        return words.getMessage(key, values, otherwise, locale());
    }

    /** What helps to fill in a field; null where its label is enough. */
    public String hint(String field) {
        return words.getMessage("hint." + field, null, null, locale());
    }

    /** The text of a problem with this status. */
    public String problem(int status) {
        return problem(rule(status));
    }

    /** The key of the text for a status. */
    static String rule(int status) {
        return switch (status) {
            case 403 -> "not-allowed";
            case 404, 405 -> "not-found";
            case 413 -> "too-large";
            case 503 -> "try-again";
            default -> status < 500 ? "not-readable" : "failed";
        };
    }

    /** The text of a problem of the console itself; refusals of services contain their text. */
    public String problem(String rule) {
        return words.getMessage("problem." + rule, null, locale());
    }

    /** The time of the practice clock, or null in a production installation. */
    public String practice() {
        return clock.movable()
                ? DateWords.moment(words, locale(),
                        LocalDateTime.ofInstant(clock.instant(), ZoneId.of("America/Mexico_City")))
                : null;
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
