package org.refugio.notification.applicant.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.refugio.access.CommandResponses;
import org.refugio.access.NotVisible;
import org.refugio.access.capability.Applicant;
import org.refugio.access.capability.RequiresCapability;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.ReplyMeaning;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandReceipt;
import org.refugio.messaging.command.EntityTag;
import org.refugio.notification.applicant.ApplicantPage;
import org.refugio.notification.replies.AnswerOnPage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/applicant")
class ApplicantController {

    private final ApplicantPage page;
    private final AnswerOnPage answer;

    ApplicantController(ApplicantPage page, AnswerOnPage answer) {
        this.page = page;
        this.answer = answer;
    }

    record Answer(@NotNull ReplyMeaning meaning) {}

    @GetMapping("/appointment")
    @RequiresCapability
    ResponseEntity<ApplicantView> appointment(Applicant applicant) {
        ApplicantPage.Content content = page.show(applicant).orElseThrow(NotVisible::new);
        AppointmentDetails appointment = content.plan().appointment();
        EntityTag tag = content.plan().tag();
        return ResponseEntity.ok().eTag(tag.quoted()).body(new ApplicantView(appointment.office(), content.language(),
                content.plan().standing(), appointment.localStart(), appointment.zone(), appointment.start(),
                appointment.minutes(), appointment.place(), content.with(), appointment.interpreterId() != null,
                content.plan().answered(), content.missing(), tag.toString()));
    }

    @PostMapping("/answer")
    @RequiresCapability
    ResponseEntity<CommandReceipt> answer(Applicant applicant, CommandKey key, EntityTag seen,
            @Valid @RequestBody Answer given) {
        return CommandResponses.of(answer.handle(applicant, given.meaning(), seen, key));
    }
}
