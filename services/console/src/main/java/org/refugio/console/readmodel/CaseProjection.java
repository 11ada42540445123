package org.refugio.console.readmodel;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.IntakeEvent.CaseOpened;
import org.refugio.contracts.Sealed;
import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;
import org.refugio.messaging.command.EntityTag;
import org.refugio.procedure.process.CaseAction;
import org.refugio.procedure.process.CaseProcess;

/**
 * A case, from intake's events.
 *
 * @param step the first step that is not done
 * @param records how often each action was recorded
 */
public record CaseProjection(String caseId, String office, String reference, String zone, String language,
        Sealed person,
        Sealed contact, ContactConsent consent, LocalDate entryDate, String openedAt, Map<Step, StepStatus> steps,
        Step step, CaseFacts facts, Map<CaseAction, Integer> records) {

    public CaseProjection {
        records = records == null ? Map.of() : Map.copyOf(records);
    }

    /** What a person sees of what this action changes, as intake's entity tag. */
    public EntityTag seen(CaseAction action) {
        return EntityTag.of(CaseProcess.shipped().rule(action).tagPart(), records.getOrDefault(action, 0));
    }

    static CaseProjection opened(CaseOpened e) {
        return new CaseProjection(e.caseId(), e.office(), e.reference(), e.zone(), e.language(), e.person(),
                e.contact(),
                e.consent(), e.entryDate(), e.openedAt().toString(), Map.of(), Step.INITIAL_CONSULTATION,
                CaseFacts.NONE, Map.of());
    }

    CaseProjection with(String newLanguage, Sealed newContact, ContactConsent newConsent) {
        return new CaseProjection(caseId, office, reference, zone, newLanguage, person, newContact, newConsent,
                entryDate,
                openedAt, steps, step, facts, records);
    }

    CaseProjection with(Step moved, StepStatus status) {
        Map<Step, StepStatus> all = new EnumMap<>(Step.class);
        all.putAll(steps);
        all.put(moved, status);
        Step first = java.util.Arrays.stream(Step.values()).filter(each -> all.get(each) != StepStatus.DONE)
                .findFirst().orElse(Step.FOLLOW_UP);
        return new CaseProjection(caseId, office, reference, zone, language, person, contact, consent, entryDate,
                openedAt,
                all, first, facts, records);
    }

    CaseProjection with(CaseFacts newFacts) {
        return new CaseProjection(caseId, office, reference, zone, language, person, contact, consent, entryDate,
                openedAt,
                steps, step, newFacts, records);
    }

    CaseProjection recorded(CaseAction action) {
        Map<CaseAction, Integer> more = new EnumMap<>(CaseAction.class);
        more.putAll(records);
        more.merge(action, 1, Integer::sum);
        return new CaseProjection(caseId, office, reference, zone, language, person, contact, consent, entryDate,
                openedAt, steps, step, facts, more);
    }
}
