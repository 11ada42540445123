package org.refugio.console.readmodel;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.IntakeEvent.CaseOpened;
import org.refugio.contracts.Sealed;
import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;

/**
 * A case, from intake's events.
 *
 * @param step the first step that is not done
 */
public record CaseProjection(String caseId, String office, String reference, String zone, String language,
        Sealed person,
        Sealed contact, ContactConsent consent, LocalDate entryDate, String openedAt, Map<Step, StepStatus> steps,
        Step step, CaseFacts facts) {

    static CaseProjection opened(CaseOpened e) {
        return new CaseProjection(e.caseId(), e.office(), e.reference(), e.zone(), e.language(), e.person(),
                e.contact(),
                e.consent(), e.entryDate(), e.openedAt().toString(), Map.of(), Step.INITIAL_CONSULTATION,
                CaseFacts.NONE);
    }

    CaseProjection with(String newLanguage, Sealed newContact, ContactConsent newConsent) {
        return new CaseProjection(caseId, office, reference, zone, newLanguage, person, newContact, newConsent,
                entryDate,
                openedAt, steps, step, facts);
    }

    CaseProjection with(Step moved, StepStatus status) {
        Map<Step, StepStatus> all = new EnumMap<>(Step.class);
        all.putAll(steps);
        all.put(moved, status);
        Step first = java.util.Arrays.stream(Step.values()).filter(each -> all.get(each) != StepStatus.DONE)
                .findFirst().orElse(Step.FOLLOW_UP);
        return new CaseProjection(caseId, office, reference, zone, language, person, contact, consent, entryDate,
                openedAt,
                all, first, facts);
    }

    CaseProjection with(CaseFacts newFacts) {
        return new CaseProjection(caseId, office, reference, zone, language, person, contact, consent, entryDate,
                openedAt,
                steps, step, newFacts);
    }
}
