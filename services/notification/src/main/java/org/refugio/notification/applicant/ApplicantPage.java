package org.refugio.notification.applicant;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.refugio.access.capability.Applicant;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.ReplyMeaning;
import org.refugio.messaging.event.DerivedIds;
import org.refugio.notification.contacts.Contact;
import org.refugio.notification.contacts.Contacts;
import org.refugio.notification.people.ResourceNames;
import org.refugio.notification.plans.ReminderPlan;
import org.refugio.notification.plans.ReminderPlans;
import org.refugio.notification.replies.ReplyActions;
import org.refugio.procedure.languages.Languages;
import org.springframework.stereotype.Component;

/** Assembles an applicant's view of one appointment, and records their answer. */
@Component
public class ApplicantPage {

    private final ReminderPlans plans;
    private final Contacts contacts;
    private final Details details;
    private final ReplyActions replies;
    private final DomainClock clock;

    ApplicantPage(ReminderPlans plans, Contacts contacts, Details details, ReplyActions replies, DomainClock clock) {
        this.plans = plans;
        this.contacts = contacts;
        this.details = details;
        this.replies = replies;
        this.clock = clock;
    }

    /** Sources of further details. */
    @Component
    record Details(ResourceNames people, MissingDocuments documents) {}

    /** The content of the page. */
    public record Content(ReminderPlan plan, String language, String with, List<String> missing) {}

    public Optional<Content> show(Applicant applicant) {
        String language = contacts.find(applicant.caseId()).map(Contact::language)
                .orElse(Languages.shipped().fallback());
        return plans.find(applicant.appointment()).map(plan -> new Content(plan, language,
                details.people().nameOf(plan.appointment().lawyerId()),
                details.documents().missing(applicant.caseId())));
    }

    /**
     * Records the answer; false when the appointment is no longer valid. The same answer within one minute is recorded
     * once.
     */
    public boolean answer(Applicant applicant, ReplyMeaning meaning) {
        Optional<ReminderPlan> plan = plans.find(applicant.appointment()).filter(ReminderPlan::standing)
                .filter(found -> found.appointment().start().isAfter(clock.instant()));
        plan.ifPresent(found -> replies.recordPageAnswer(found.appointment(), meaning,
                DerivedIds.derived("page", applicant.appointment(), Integer.toString(found.appointment().revision()),
                        meaning.name(), Instant.now().truncatedTo(ChronoUnit.MINUTES).toString()),
                clock.instant()));
        return plan.isPresent();
    }
}
