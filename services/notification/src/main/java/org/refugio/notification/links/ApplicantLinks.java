package org.refugio.notification.links;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.refugio.access.capability.Applicant;
import org.refugio.access.capability.CapabilityResolver;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.messaging.event.DerivedIds;
import org.refugio.notification.NotificationSettings;
import org.refugio.privacy.Privacy;
import org.springframework.stereotype.Component;

/**
 * The link that opens one appointment. It is a keyed token of the appointment's id (128 bits under a key that never leaves
 * the installation), so every message carries the same one without any being stored; only its digest is.
 */
@Component
public class ApplicantLinks implements CapabilityResolver {

    private static final Duration GOOD_AFTER = Duration.ofDays(1);

    private final MongoCollection<Document> capabilities;
    private final Privacy privacy;
    private final NotificationSettings settings;
    private final DomainClock clock;

    ApplicantLinks(MongoDatabase database, Privacy privacy, NotificationSettings settings, DomainClock clock) {
        this.capabilities = database.getCollection("capabilities");
        this.privacy = privacy;
        this.settings = settings;
        this.clock = clock;
    }

    /** Let the link open this appointment until a day after it. */
    public void give(AppointmentDetails appointment) {
        String id = digest(tokenOf(appointment.appointmentId()));
        Document document = new Document("_id", id).append("office", appointment.office())
                .append("caseId", appointment.caseId()).append("appointment", appointment.appointmentId())
                .append("until", Date.from(appointment.start().plus(GOOD_AFTER)));
        capabilities.replaceOne(Filters.eq("_id", id), document, new ReplaceOptions().upsert(true));
    }

    /** For an e-mail. */
    public String linkTo(AppointmentDetails appointment) {
        return settings.publicUrl() + "/a/" + tokenOf(appointment.appointmentId());
    }

    @Override
    public Optional<Applicant> verify(String token) {
        Document found = capabilities.find(Filters.eq("_id", digest(token))).first();
        Instant now = clock.instant();
        if (found == null || found.getDate("until").toInstant().isBefore(now)) {
            return Optional.empty();
        }
        return Optional.of(new Applicant(found.getString("_id"), found.getString("office"), found.getString("caseId"),
                found.getString("appointment")));
    }

    private String tokenOf(String appointmentId) {
        return privacy.token("applicant-link", appointmentId);
    }

    private static String digest(String token) {
        return DerivedIds.derived("capability", token);
    }
}
