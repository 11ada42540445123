package org.refugio.intake.cases;

import java.util.List;
import java.util.Optional;
import org.refugio.contracts.ContactDetails;
import org.refugio.contracts.PersonDetails;
import org.refugio.contracts.Sealed;
import org.refugio.intake.cases.search.SearchTokens;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;
import org.springframework.stereotype.Component;

/** Encrypts and decrypts the personal data of a case under the case's key, which intake creates. */
@Component
public class CaseEncryption {

    private final Privacy privacy;
    private final SearchTokens search;

    CaseEncryption(Privacy privacy, SearchTokens search) {
        this.privacy = privacy;
        this.search = search;
    }

    Case.Details encryptDetails(String caseId, OpenCase.Command command, ContactDetails contact) {
        Subject subject = Subject.ofCase(caseId);
        privacy.register(subject);
        Sealed narrative = command.narrative() == null || command.narrative().isBlank()
                ? null
                : privacy.seal(subject, command.narrative());
        return new Case.Details(privacy.sealJson(subject, command.person().details()),
                privacy.sealJson(subject, contact), narrative, command.consent(), command.language(),
                command.entryDate());
    }

    public Sealed encrypt(String caseId, String text) {
        return privacy.seal(Subject.ofCase(caseId), text);
    }

    Sealed encryptContact(String caseId, ContactDetails contact) {
        return privacy.sealJson(Subject.ofCase(caseId), contact);
    }

    List<String> tokens(String reference, PersonDetails person, ContactDetails contact) {
        return search.tokensOf(reference, person, contact);
    }

    /** The person; empty when the case was erased. */
    public Optional<PersonDetails> person(Case found) {
        return privacy.openJson(found.details().person(), PersonDetails.class);
    }

    /** The contact details; empty when the case was erased. */
    public Optional<ContactDetails> contact(Case found) {
        return privacy.openJson(found.details().contact(), ContactDetails.class);
    }

    /** The plain text; null when there is none or the case was erased. */
    public String decrypt(Sealed sealed) {
        return sealed == null ? null : privacy.open(sealed).orElse(null);
    }
}
