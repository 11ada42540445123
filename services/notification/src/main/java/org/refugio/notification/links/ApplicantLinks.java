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
 * The link that opens one appointment. Its token is a keyed hash of the appointment's id (128 bits, under a key that
 * never leaves the installation), so every message contains the same token; only its digest is stored.
 */
@Component
public class ApplicantLinks implements CapabilityResolver {

    private static final Duration VALID_AFTER_APPOINTMENT = Duration.ofDays(1);

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

    /** Grants access to this appointment until one day after it. */
    public void grant(AppointmentDetails appointment) {
        String id = digest(tokenOf(appointment.appointmentId()));
        Document document = new Document("_id", id).append("office", appointment.office())
                .append("caseId", appointment.caseId()).append("appointment", appointment.appointmentId())
                .append("until", Date.from(appointment.start().plus(VALID_AFTER_APPOINTMENT)));
        capabilities.replaceOne(Filters.eq("_id", id), document, new ReplaceOptions().upsert(true));
    }

    /** The address for an e-mail. */
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
