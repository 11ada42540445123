package org.refugio.notification.applicant.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.refugio.access.NotVisible;
import org.refugio.access.RefusalException;
import org.refugio.access.capability.Applicant;
import org.refugio.access.capability.RequiresCapability;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.ReplyMeaning;
import org.refugio.messaging.command.Refusal;
import org.refugio.notification.applicant.ApplicantPage;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/applicant")
class ApplicantController {

    private final ApplicantPage page;

    ApplicantController(ApplicantPage page) {
        this.page = page;
    }

    record Answer(@NotNull ReplyMeaning meaning) {}

    private record NoLongerStands() implements Refusal {}

    @GetMapping("/appointment")
    @RequiresCapability
    ApplicantView appointment(Applicant applicant) {
        ApplicantPage.Content content = page.show(applicant).orElseThrow(NotVisible::new);
        AppointmentDetails appointment = content.plan().appointment();
        return new ApplicantView(appointment.office(), content.language(), content.plan().standing(),
                appointment.localStart(),
                appointment.zone(), appointment.start(), appointment.minutes(), appointment.place(), content.with(),
                appointment.interpreterId() != null, content.plan().answered(), content.missing());
    }

    @PostMapping("/answer")
    @RequiresCapability
    @ResponseStatus(HttpStatus.ACCEPTED)
    void answer(Applicant applicant, @Valid @RequestBody Answer answer) {
        if (!page.answer(applicant, answer.meaning())) {
            throw new RefusalException(new NoLongerStands());
        }
    }
}
