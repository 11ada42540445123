package org.refugio.notification.links;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.refugio.access.capability.Applicant;
import org.refugio.access.capability.CapabilityResolver;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.messaging.event.DerivedIds;
import org.refugio.messaging.repository.StoreExceptionTranslator;
import org.refugio.notification.NotificationSettings;
import org.refugio.notification.contacts.Contact;
import org.refugio.notification.contacts.Contacts;
import org.refugio.notification.plans.ReminderPlan;
import org.refugio.notification.plans.ReminderPlans;
import org.springframework.stereotype.Component;

/**
 * The links that open one appointment. Every message has a random secret of its own (128 bits), of which only the digest is
 * stored. A link ends a day after the appointment; earlier when the appointment is moved or no longer stands, when the
 * address that it was sent to is no longer the person's, and when staff revoke the person's links.
 */
@Component
public class ApplicantLinks implements CapabilityResolver {

    private static final Duration VALID_AFTER_APPOINTMENT = Duration.ofDays(1);
    private static final int SECRET_BYTES = 16;

    static final String COLLECTION = "capabilities";

    private static final String OFFICE = "office";
    private static final String CASE = "caseId";
    private static final String APPOINTMENT = "appointment";
    private static final String REVISION = "revision";
    private static final String ADDRESS = "address";
    private static final String ISSUED_AT = "issuedAt";
    static final String UNTIL = "until";

    private final SecureRandom random = new SecureRandom();
    private final MongoCollection<Document> capabilities;
    private final ReminderPlans plans;
    private final Contacts contacts;
    private final NotificationSettings settings;
    private final DomainClock clock;

    ApplicantLinks(MongoDatabase database, ReminderPlans plans, Contacts contacts, NotificationSettings settings,
            DomainClock clock) {
        this.capabilities = database.getCollection(COLLECTION);
        this.plans = plans;
        this.contacts = contacts;
        this.settings = settings;
        this.clock = clock;
    }

    /** A new link to this appointment, for an e-mail to this person. */
    public String issue(AppointmentDetails appointment, Contact contact) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Document document = new Document("_id", digest(secret)).append(OFFICE, appointment.office())
                .append(CASE, appointment.caseId()).append(APPOINTMENT, appointment.appointmentId())
                .append(REVISION, appointment.revision()).append(ADDRESS, contact.emailToken())
                .append(ISSUED_AT, Date.from(clock.instant()))
                .append(UNTIL, Date.from(appointment.start().plus(VALID_AFTER_APPOINTMENT)));
        StoreExceptionTranslator.execute(() -> capabilities.insertOne(document));
        return settings.publicUrl() + "/a/" + secret;
    }

    @Override
    public Optional<Applicant> verify(String secret) {
        Document found = StoreExceptionTranslator
                .execute(() -> capabilities.find(Filters.eq("_id", digest(secret))).first());
        return found == null || isExpired(found) || isMovedOrEnded(found) || isRevoked(found)
                ? Optional.empty()
                : Optional.of(new Applicant(found.getString("_id"), found.getString(OFFICE), found.getString(CASE),
                        found.getString(APPOINTMENT)));
    }

    private boolean isExpired(Document link) {
        return link.getDate(UNTIL).toInstant().isBefore(clock.instant());
    }

    private boolean isMovedOrEnded(Document link) {
        return plans.find(link.getString(APPOINTMENT)).filter(ReminderPlan::standing)
                .filter(plan -> Integer.valueOf(plan.appointment().revision()).equals(link.getInteger(REVISION)))
                .isEmpty();
    }

    private boolean isRevoked(Document link) {
        Date issuedAt = link.getDate(ISSUED_AT);
        return contacts.find(link.getString(CASE))
                .filter(contact -> contact.emailToken() != null && contact.emailToken().equals(link.getString(ADDRESS)))
                .filter(contact -> contact.acceptsLinkOf(issuedAt.toInstant())).isEmpty();
    }

    private static String digest(String secret) {
        return DerivedIds.derived("capability", secret);
    }
}
