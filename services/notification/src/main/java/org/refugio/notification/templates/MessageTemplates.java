package org.refugio.notification.templates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.stream.Collectors;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.MessageKind;
import org.refugio.notification.carriers.GsmText;
import org.refugio.procedure.languages.Language;
import org.refugio.procedure.languages.LanguageCapability;
import org.refugio.procedure.languages.Languages;
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Puts messages into words. Times are on the clock of the appointment's office, as the person must be there. */
@Component
public class MessageTemplates {

    private final Map<String, LanguageTemplates> byLanguage = Languages.shipped().with(LanguageCapability.MESSAGES)
            .stream().map(Language::tag).collect(Collectors.toMap(each -> each, MessageTemplates::read));

    /** A message in words, for either channel. */
    public record Words(String sms, String subject, String email) {}

    /**
     * The message, in the person's language or in the one that the registry has instead. The text message has no link: carriers block those, and it must do without.
     */
    public Words words(MessageKind kind, String language, AppointmentDetails appointment, String link) {
        LanguageTemplates wording = byLanguage
                .get(Languages.shipped().effective(language, LanguageCapability.MESSAGES).tag());
        String place = appointment.place() == null || !DiscreetTextCheck.is(appointment.place())
                ? wording.noPlace()
                : appointment.place();
        String email = filled(wording.email().get(kind), wording, appointment, place).replace("{link}", link);
        return new Words(sms(wording.sms().get(kind), wording, appointment, GsmText.plain(place)), wording.subject(),
                email);
    }

    /** In one message: where it is too long, the place gives way, for day and hour matter most. */
    private static String sms(String text, LanguageTemplates wording, AppointmentDetails appointment, String place) {
        String whole = filled(text, wording, appointment, place);
        int over = GsmText.length(whole) - GsmText.ONE_MESSAGE;
        return over <= 0
                ? whole
                : filled(text, wording, appointment, place.substring(0, Math.max(0, place.length() - over)).strip());
    }

    private static String filled(String text, LanguageTemplates wording, AppointmentDetails appointment, String place) {
        LocalDateTime at = appointment.localStart();
        return text.replace("{date}", wording.shortDate(at)).replace("{longDate}", wording.longDate(at))
                .replace("{time}", "%d:%02d".formatted(at.getHour(), at.getMinute())).replace("{place}", place);
    }

    private static LanguageTemplates read(String language) {
        try (InputStream in = MessageTemplates.class.getResourceAsStream("/templates/" + language + ".yaml")) {
            LanguageTemplates wording = YAMLMapper.builder().build().readValue(in, LanguageTemplates.class);
            for (MessageKind kind : MessageKind.values()) {
                if (!wording.sms().containsKey(kind) || !wording.email().containsKey(kind)) {
                    throw new IllegalStateException("templates/" + language + ".yaml lacks " + kind);
                }
            }
            return wording;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
