package org.refugio.intake.cases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.ContactDetails;
import org.refugio.contracts.IntakeEvent.ContactChanged;
import org.refugio.contracts.PersonDetails;
import org.refugio.contracts.Sealed;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.command.EntityTag;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.procedure.languages.LanguageCapability;
import org.refugio.procedure.languages.Languages;
import org.refugio.procedure.process.CaseAction;
import org.springframework.stereotype.Component;

/** Changes the contact details, the consent and the language of a person. */
@Component
public class ChangeContact {

    /** A null {@code language} keeps the current one. */
    public record Command(@NotNull @Valid OpenCase.Contact contact, @NotNull ContactConsent consent,
            @Pattern(regexp = "[a-z]{2,3}") String language) {}

    private final AggregateRepository<Case> cases;
    private final CaseEncryption encryption;
    private final IntakeSettings settings;
    private final DomainClock clock;

    ChangeContact(AggregateRepository<Case> cases, CaseEncryption encryption, IntakeSettings settings,
            DomainClock clock) {
        this.cases = cases;
        this.encryption = encryption;
        this.settings = settings;
        this.clock = clock;
    }

    public CommandOutcome handle(String caseId, Command command, EntityTag seen, CommandKey key, String by) {
        if (command.language() != null
                && !Languages.shipped().can(command.language(), LanguageCapability.CHOICE)) {
            return new CommandOutcome.Refused(new CaseRefusal.NotUsable(CaseRefusal.UnusableInput.LANGUAGE));
        }
        return cases.change(caseId, key, found -> found.outdated(CaseAction.CHANGE_CONTACT, seen)
                .or(() -> found.refusalOf(CaseAction.CHANGE_CONTACT, false)).<Decision<Case>>map(Decision::refused)
                .orElseGet(() -> readAndChange(found, command, by)));
    }

    private Decision<Case> readAndChange(Case found, Command command, String by) {
        PersonDetails person = encryption.person(found).orElseGet(() -> new PersonDetails("", "", null));
        return switch (ContactReading.of(command.contact(), person.nationality(), settings)) {
            case ContactReading.Unusable refused ->
                Decision.refused(new CaseRefusal.NotUsable(refused.input()));
            case ContactReading.Usable contact -> change(found, command, person, contact.details(), by);
        };
    }

    private Decision<Case> change(Case found, Command command, PersonDetails person, ContactDetails contact,
            String by) {
        Sealed sealed = encryption.encryptContact(found.caseId(), contact);
        String language = command.language() == null ? found.details().language() : command.language();
        Case changed = found.with(found.details().withContact(sealed, command.consent(), language),
                encryption.tokens(found.reference(), person, contact))
                .with(found.history()
                        .with(new CaseHistory.Entry(CaseAction.CHANGE_CONTACT, null, clock.instant(), by, null)));
        return Decision.changed(changed, new ContactChanged(found.caseId(), found.office(), language, sealed,
                command.consent(), clock.instant()));
    }
}
