package org.refugio.intake.cases;

import java.util.List;
import java.util.Optional;
import org.refugio.contracts.ContactDetails;
import org.refugio.contracts.PersonDetails;
import org.refugio.contracts.Sealed;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;
import org.springframework.stereotype.Component;

/** Seals and opens what is personal in a case, under the case's own key, which intake makes. */
@Component
public class CaseEncryption {

    private final Privacy privacy;
    private final SearchTokens search;

    CaseEncryption(Privacy privacy, SearchTokens search) {
        this.privacy = privacy;
        this.search = search;
    }

    Case.Details details(String caseId, OpenCase.Command command, ContactDetails contact) {
        Subject subject = Subject.ofCase(caseId);
        privacy.register(subject);
        Sealed narrative = command.narrative() == null || command.narrative().isBlank()
                ? null
                : privacy.seal(subject, command.narrative());
        return new Case.Details(privacy.sealJson(subject, command.person().details()),
                privacy.sealJson(subject, contact), narrative, command.consent(), command.language(),
                command.entryDate());
    }

    public Sealed text(String caseId, String text) {
        return privacy.seal(Subject.ofCase(caseId), text);
    }

    Sealed contact(String caseId, ContactDetails contact) {
        return privacy.sealJson(Subject.ofCase(caseId), contact);
    }

    List<String> tokens(String reference, PersonDetails person, ContactDetails contact) {
        return search.of(reference, person, contact);
    }

    List<String> asked(String query) {
        return search.asked(query);
    }

    /** The person; empty when the case was erased. */
    public Optional<PersonDetails> person(Case of) {
        return privacy.openJson(of.details().person(), PersonDetails.class);
    }

    /** How to reach the person; empty when the case was erased. */
    public Optional<ContactDetails> contact(Case of) {
        return privacy.openJson(of.details().contact(), ContactDetails.class);
    }

    /** A sealed text; null when there is none or the case was erased. */
    public String text(Sealed sealed) {
        return sealed == null ? null : privacy.open(sealed).orElse(null);
    }
}
