package org.refugio.notification.templates;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.MessageKind;
import org.refugio.notification.carriers.sms.GsmText;
import org.refugio.procedure.languages.Language;
import org.refugio.procedure.languages.LanguageCapability;
import org.refugio.procedure.languages.Languages;
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Renders messages. Times are in the local time of the appointment's office. */
@Component
public class MessageTemplates {

    private final Map<String, LanguageTemplates> byLanguage = Languages.shipped().with(LanguageCapability.MESSAGES)
            .stream().map(Language::tag).collect(Collectors.toMap(each -> each, MessageTemplates::read));

    /** A rendered message, for both channels. */
    public record Text(String sms, String subject, String email) {}

    /** An appointment of a question: the code by which the person names it, and its local date. */
    public record CodedDate(String code, LocalDateTime localStart) {}

    /**
     * Renders the question which of these appointments an answer is about. It has nothing but their dates, because a number
     * may be shared.
     */
    public Text question(String language, List<CodedDate> dates) {
        LanguageTemplates templates = of(language);
        String sms = templates.question().replace("{choices}", dates.stream()
                .map(each -> "%s %s %s".formatted(each.code(), templates.shortDate(each.localStart()),
                        time(each.localStart())))
                .collect(Collectors.joining("; ")));
        return new Text(sms, templates.subject(), sms);
    }

    /**
     * Renders the message in the person's language, or in the one that the registry names instead. The SMS has no link,
     * because carriers block links.
     */
    public Text render(MessageKind kind, String language, AppointmentDetails appointment, String link) {
        LanguageTemplates templates = of(language);
        String place = appointment.place() == null || !DiscreetTextCheck.isDiscreet(appointment.place())
                ? templates.noPlace()
                : appointment.place();
        String email = fill(templates.email().get(kind), templates, appointment, place).replace("{link}", link);
        return new Text(sms(templates.sms().get(kind), templates, appointment, GsmText.toDefaultAlphabet(place)),
                templates.subject(),
                email);
    }

    /**
     * Fits the text into one message; where it is too long, the place is shortened, because date and time matter most.
     */
    private static String sms(String text, LanguageTemplates templates, AppointmentDetails appointment, String place) {
        String full = fill(text, templates, appointment, place);
        int excess = GsmText.septetCount(full) - GsmText.SEPTETS_PER_MESSAGE;
        return excess <= 0
                ? full
                : fill(text, templates, appointment, place.substring(0, Math.max(0, place.length() - excess)).strip());
    }

    private static String fill(String text, LanguageTemplates templates, AppointmentDetails appointment, String place) {
        LocalDateTime at = appointment.localStart();
        return text.replace("{date}", templates.shortDate(at)).replace("{longDate}", templates.longDate(at))
                .replace("{time}", time(at)).replace("{place}", place);
    }

    private static String time(LocalDateTime at) {
        return "%d:%02d".formatted(at.getHour(), at.getMinute());
    }

    private LanguageTemplates of(String language) {
        return byLanguage.get(Languages.shipped().effective(language, LanguageCapability.MESSAGES).tag());
    }

    private static LanguageTemplates read(String language) {
        try (InputStream in = MessageTemplates.class.getResourceAsStream("/templates/" + language + ".yaml")) {
            LanguageTemplates templates = YAMLMapper.builder().build().readValue(in, LanguageTemplates.class);
            if (templates.question() == null) {
                throw new IllegalStateException("templates/" + language + ".yaml lacks the question");
            }
            for (MessageKind kind : MessageKind.values()) {
                if (!templates.sms().containsKey(kind) || !templates.email().containsKey(kind)) {
                    throw new IllegalStateException("templates/" + language + ".yaml lacks " + kind);
                }
            }
            return templates;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
