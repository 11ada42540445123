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

/** Puts together what one applicant sees of one appointment, and takes their answer. */
@Component
public class ApplicantPage {

    private final ReminderPlans plans;
    private final Contacts contacts;
    private final Known known;
    private final ReplyActions understood;
    private final DomainClock clock;

    ApplicantPage(ReminderPlans plans, Contacts contacts, Known known, ReplyActions understood, DomainClock clock) {
        this.plans = plans;
        this.contacts = contacts;
        this.known = known;
        this.understood = understood;
        this.clock = clock;
    }

    /** What else is known: names and papers. */
    @Component
    record Known(ResourceNames people, MissingDocuments papers) {}

    /** What is shown. */
    public record Shown(ReminderPlan plan, String language, String with, List<String> missing) {}

    public Optional<Shown> show(Applicant applicant) {
        String language = contacts.find(applicant.caseId()).map(Contact::language)
                .orElse(Languages.shipped().fallback());
        return plans.find(applicant.appointment()).map(plan -> new Shown(plan, language,
                known.people().nameOf(plan.appointment().lawyerId()), known.papers().missing(applicant.caseId())));
    }

    /** Take the answer; false when the appointment no longer stands. The same answer twice within a minute is one. */
    public boolean answer(Applicant applicant, ReplyMeaning meaning) {
        Optional<ReminderPlan> plan = plans.find(applicant.appointment()).filter(ReminderPlan::standing)
                .filter(found -> found.appointment().start().isAfter(clock.instant()));
        plan.ifPresent(found -> understood.onPage(found.appointment(), meaning,
                DerivedIds.derived("page", applicant.appointment(), Integer.toString(found.appointment().revision()),
                        meaning.name(), Instant.now().truncatedTo(ChronoUnit.MINUTES).toString()),
                clock.instant()));
        return plan.isPresent();
    }
}
