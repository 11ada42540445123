package org.refugio.intake.cases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.ContactDetails;
import org.refugio.contracts.IntakeEvent.ContactChanged;
import org.refugio.contracts.PersonDetails;
import org.refugio.contracts.Sealed;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.procedure.languages.LanguageCapability;
import org.refugio.procedure.languages.Languages;
import org.refugio.procedure.process.CaseAction;
import org.springframework.stereotype.Component;

/** Replaces the ways to reach a person, and the language to do it in. */
@Component
public class ChangeContact {

    /** {@code language} stays as it is when it is null. */
    public record Command(@NotNull @Valid OpenCase.Contact contact, @NotNull ContactConsent consent,
            @Pattern(regexp = "[a-z]{2,3}") String language) {}

    private final AggregateRepository<Case> cases;
    private final CaseEncryption sealing;
    private final DomainClock clock;

    ChangeContact(AggregateRepository<Case> cases, CaseEncryption sealing, DomainClock clock) {
        this.cases = cases;
        this.sealing = sealing;
        this.clock = clock;
    }

    public CommandOutcome handle(String caseId, Command command, CommandKey key, String by) {
        Optional<ContactDetails> contact = command.contact().details();
        if (contact.isEmpty()) {
            return new CommandOutcome.Refused(
                    new CaseRefusal.NotUsable(CaseRefusal.UnusableInput.PHONE));
        }
        if (command.language() != null
                && !Languages.shipped().can(command.language(), LanguageCapability.CHOICE)) {
            return new CommandOutcome.Refused(new CaseRefusal.NotUsable(CaseRefusal.UnusableInput.LANGUAGE));
        }
        return cases.change(caseId, key, found -> found.against(CaseAction.CHANGE_CONTACT, false)
                .<Decision<Case>>map(Decision::refused).orElseGet(() -> changed(found, command, contact.get(), by)));
    }

    private Decision<Case> changed(Case found, Command command, ContactDetails contact, String by) {
        Sealed sealed = sealing.contact(found.caseId(), contact);
        String language = command.language() == null ? found.details().language() : command.language();
        PersonDetails person = sealing.person(found).orElseGet(() -> new PersonDetails("", "", null));
        Case after = found.with(found.details().reachedBy(sealed, command.consent(), language),
                sealing.tokens(found.reference(), person, contact))
                .with(found.history()
                        .and(new CaseHistory.Entry(CaseAction.CHANGE_CONTACT, null, clock.instant(), by, null)));
        return Decision.changed(after, new ContactChanged(found.caseId(), found.office(), language, sealed,
                command.consent(), clock.instant()));
    }
}
