package org.refugio.console.messages;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.refugio.access.Permission;
import org.refugio.console.login.StaffUser;
import org.refugio.console.readmodel.CaseProjection;
import org.refugio.console.readmodel.ReadModel;
import org.refugio.console.readmodel.TimelineEntry;
import org.refugio.console.services.NotificationClient;
import org.refugio.console.services.OptionalAnswer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The people who asked for no more text messages. Notification decides; no event reports the end of an opt-out. */
@Component
public class OptOuts {

    private final NotificationClient notification;
    private final ReadModel model;

    OptOuts(NotificationClient notification, ReadModel model) {
        this.notification = notification;
        this.model = model;
    }

    /** An opt-out that applies; {@code since} is null where its date was not recorded. */
    public record OptOut(String since) {}

    /** The opt-out of a case that the user may read messages of. */
    public Optional<OptOut> of(StaffUser staff, CaseProjection file) {
        return staff.caller().may(Permission.READ_MESSAGES, file.office()) ? of(file.caseId()) : Optional.empty();
    }

    /** Those among the cases of a list, by case. Only cases that opted out at some time are asked for. */
    public Map<String, OptOut> among(StaffUser staff, Collection<String> caseIds) {
        if (!staff.may(Permission.READ_MESSAGES) || caseIds.isEmpty()) {
            return Map.of();
        }
        Map<String, OptOut> found = new LinkedHashMap<>();
        model.timeline().whereIn("caseId", caseIds, "what", "opted-out-SMS").stream().map(TimelineEntry::caseId)
                .collect(Collectors.toSet()).forEach(id -> of(id).ifPresent(each -> found.put(id, each)));
        return found;
    }

    private Optional<OptOut> of(String caseId) {
        JsonNode answer = OptionalAnswer.of(() -> notification.optOut(caseId));
        return answer.path("optedOut").asBoolean(false)
                ? Optional.of(new OptOut(answer.path("since").asString(null)))
                : Optional.empty();
    }
}
