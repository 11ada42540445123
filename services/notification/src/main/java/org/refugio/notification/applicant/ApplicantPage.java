package org.refugio.notification.applicant;

import java.util.List;
import java.util.Optional;
import org.refugio.access.capability.Applicant;
import org.refugio.notification.contacts.Contact;
import org.refugio.notification.contacts.Contacts;
import org.refugio.notification.people.ResourceNames;
import org.refugio.notification.plans.ReminderPlan;
import org.refugio.notification.plans.ReminderPlans;
import org.refugio.procedure.languages.Languages;
import org.springframework.stereotype.Component;

/** Assembles an applicant's view of one appointment. */
@Component
public class ApplicantPage {

    private final ReminderPlans plans;
    private final Contacts contacts;
    private final Details details;

    ApplicantPage(ReminderPlans plans, Contacts contacts, Details details) {
        this.plans = plans;
        this.contacts = contacts;
        this.details = details;
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
}
