package org.refugio.scheduling.slots.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import org.refugio.access.Caller;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.access.web.input.InputDates;
import org.refugio.access.web.input.InputRule;
import org.refugio.access.web.input.InvalidInput;
import org.refugio.procedure.languages.Language;
import org.refugio.procedure.languages.LanguageCapability;
import org.refugio.procedure.languages.Languages;
import org.refugio.procedure.process.AppointmentKind;
import org.refugio.scheduling.cases.KnownCase;
import org.refugio.scheduling.cases.KnownCases;
import org.refugio.scheduling.offices.Offices;
import org.refugio.scheduling.slots.FindSlots;
import org.refugio.scheduling.slots.Slot;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SlotController {

    private final FindSlots slots;
    private final KnownCases cases;
    private final Offices offices;

    SlotController(FindSlots slots, KnownCases cases, Offices offices) {
        this.slots = slots;
        this.cases = cases;
        this.offices = offices;
    }

    /** The proposed slots. */
    record Proposals(List<Slot> items) {}

    /**
     * Slots for a case, or, before it is opened, for an office and a language. {@code from} is a local date or a local
     * date and time; {@code minutes} defaults to the kind's duration.
     */
    @GetMapping("/v1/slots")
    @RequiresPermission(Permission.READ_SCHEDULE)
    Proposals find(Caller caller, @RequestParam(required = false) String caseId,
            @RequestParam(required = false) String office, @RequestParam String kind,
            @RequestParam(required = false) String language, @RequestParam(required = false) String from,
            @RequestParam(required = false) @Min(15) @Max(240) Integer minutes) {
        AppointmentKind requestedKind = AppointmentKind.withId(kind).filter(AppointmentKind::bookable)
                .orElseThrow(() -> InvalidInput.choosing("kind",
                        AppointmentKind.allBookable().stream().map(AppointmentKind::id).toList()));
        KnownCase about = caseId == null || caseId.isBlank()
                ? unopenedCase(office, language)
                : cases.find(caseId).orElseThrow(NotVisible::new);
        caller.require(Permission.READ_SCHEDULE, about.office());
        return new Proposals(slots.find(FindSlots.Query.of(about, requestedKind, start(from),
                minutes == null ? requestedKind.minutes() : minutes)));
    }

    private KnownCase unopenedCase(String office, String language) {
        if (office == null || office.isBlank()) {
            throw new InvalidInput("office", InputRule.MISSING);
        }
        if (language != null && !Languages.shipped().can(language, LanguageCapability.CHOICE)) {
            throw InvalidInput.choosing("language",
                    Languages.shipped().with(LanguageCapability.CHOICE).stream().map(Language::tag).toList());
        }
        return new KnownCase(null, office, offices.find(office).zone().getId(),
                language == null ? Languages.shipped().fallback() : language);
    }

    private static LocalDateTime start(String from) {
        try {
            return from == null || from.isBlank()
                    ? null
                    : from.contains("T") ? InputDates.dateTime(from) : InputDates.date(from).atStartOfDay();
        } catch (DateTimeException e) {
            throw new InvalidInput("from", InputRule.DATE_TIME);
        }
    }
}
