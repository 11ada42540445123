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
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Puts messages into words. Times are on the clock of the appointment's office, as the person must be there. */
@Component
public class Templates {

    /** The languages that messages are written in; any other gets Spanish. */
    static final List<String> LANGUAGES = List.of("es", "en", "ht");

    private final Map<String, Wording> byLanguage = LANGUAGES.stream()
            .collect(Collectors.toMap(each -> each, Templates::read));

    /** A message in words, for either channel. */
    public record Words(String sms, String subject, String email) {}

    /** The message, in the person's language. */
    public Words words(MessageKind kind, String language, AppointmentDetails appointment, String link) {
        Wording wording = byLanguage.getOrDefault(language, byLanguage.get("es"));
        return new Words(filled(wording.sms().get(kind), wording, appointment, link), wording.subject(),
                filled(wording.email().get(kind), wording, appointment, link));
    }

    private static String filled(String text, Wording wording, AppointmentDetails appointment, String link) {
        LocalDateTime at = appointment.localStart();
        String place = appointment.place() == null ? wording.noPlace() : appointment.place();
        return text.replace("{date}", wording.shortDate(at)).replace("{longDate}", wording.longDate(at))
                .replace("{time}", "%d:%02d".formatted(at.getHour(), at.getMinute())).replace("{link}", link)
                .replace("{place}", place);
    }

    private static Wording read(String language) {
        try (InputStream in = Templates.class.getResourceAsStream("/templates/" + language + ".yaml")) {
            Wording wording = YAMLMapper.builder().build().readValue(in, Wording.class);
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
