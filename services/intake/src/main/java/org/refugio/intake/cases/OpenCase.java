package org.refugio.intake.cases;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.ContactDetails;
import org.refugio.contracts.IntakeEvent.CaseOpened;
import org.refugio.contracts.PersonDetails;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.procedure.Procedures;
import org.refugio.procedure.languages.LanguageCapability;
import org.refugio.procedure.languages.Languages;
import org.refugio.procedure.process.CaseAction;
import org.springframework.stereotype.Component;

/** Opens a case. */
@Component
public class OpenCase {

    /** The data of the first interview. */
    public record Command(@NotBlank String office, @NotBlank @Pattern(regexp = "[a-z]{2,3}") String language,
            @NotNull @Valid Person person, @NotNull @Valid Contact contact, @NotNull ContactConsent consent,
            @AssertTrue boolean consentGiven, @NotNull LocalDate entryDate, @Size(max = 20_000) String narrative) {}

    /** The person. */
    public record Person(@NotBlank @Size(max = 200) String fullName, @Size(max = 80) String callName,
            @Pattern(regexp = "[A-Z]{2}") String nationality) {

        PersonDetails details() {
            String preferredName = callName == null || callName.isBlank() ? fullName : callName;
            return new PersonDetails(fullName.strip(), preferredName.strip(), nationality);
        }
    }

    /** The contact details. */
    public record Contact(@Size(max = 40) String phone, @Size(max = 254) String email) {}

    private final AggregateRepository<Case> cases;
    private final CaseEncryption encryption;
    private final IntakeSettings settings;
    private final CaseReferences references;
    private final DomainClock clock;

    OpenCase(AggregateRepository<Case> cases, CaseEncryption encryption, IntakeSettings settings,
            CaseReferences references, DomainClock clock) {
        this.cases = cases;
        this.encryption = encryption;
        this.settings = settings;
        this.references = references;
        this.clock = clock;
    }

    public CommandOutcome handle(Command command, CommandKey key, String openedBy) {
        Optional<IntakeSettings.Office> office = settings.office(command.office());
        if (office.isEmpty()) {
            return new CommandOutcome.Refused(
                    new CaseRefusal.NotUsable(CaseRefusal.UnusableInput.OFFICE));
        }
        if (!Languages.shipped().can(command.language(), LanguageCapability.CHOICE)) {
            return new CommandOutcome.Refused(new CaseRefusal.NotUsable(CaseRefusal.UnusableInput.LANGUAGE));
        }
        ZoneId zone = office.get().zone();
        if (command.entryDate().isAfter(LocalDate.now(clock.withZone(zone)))) {
            return new CommandOutcome.Refused(
                    new CaseRefusal.DateNotPossible("entryDate", CaseRefusal.DateError.ENTRY_NOT_PLAUSIBLE));
        }
        return switch (ContactReading.of(command.contact(), command.person().nationality(), settings)) {
            case ContactReading.Unusable refused ->
                new CommandOutcome.Refused(new CaseRefusal.NotUsable(refused.input()));
            case ContactReading.Usable contact ->
                cases.create(key, id -> open(id, command, office.get(), contact.details(), openedBy));
        };
    }

    private Decision<Case> open(String id, Command command, IntakeSettings.Office office, ContactDetails contact,
            String openedBy) {
        Case.Details details = encryption.encryptDetails(id, command, contact);
        String reference = references.next(command.office(), office.prefix());
        Case opened = new Case(id, command.office(), reference, office.zone().getId(), details, StepProgress.none(),
                Case.Proceedings.NONE,
                encryption.tokens(reference, command.person().details(), contact),
                new Case.Opening(openedBy, clock.instant(), clock.instant(), Procedures.CURRENT),
                CaseHistory.NONE
                        .with(new CaseHistory.Entry(CaseAction.OPEN_CASE, null, clock.instant(), openedBy, null)));
        return Decision.changed(opened,
                new CaseOpened(id, opened.office(), opened.reference(), opened.zone(), details.language(),
                        details.person(), details.contact(), details.consent(), details.entryDate(),
                        opened.opening().procedureVersion(), openedBy, opened.opening().openedAt()));
    }
}
