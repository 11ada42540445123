package org.refugio.console.messages;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.access.web.input.PageNumber;
import org.refugio.console.login.StaffUser;
import org.refugio.console.pages.CommandRedirect;
import org.refugio.console.readmodel.CaseProjection;
import org.refugio.console.readmodel.ReadModel;
import org.refugio.console.services.NotificationClient;
import org.refugio.console.services.OptionalAnswer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

@Controller
class MessagePageController {

    private final NotificationClient notification;
    private final CommandRedirect redirect;
    private final ReadModel model;

    MessagePageController(NotificationClient notification, CommandRedirect redirect, ReadModel model) {
        this.notification = notification;
        this.redirect = redirect;
        this.model = model;
    }

    @GetMapping("/messages")
    @RequiresPermission(Permission.READ_MESSAGES)
    String messages(StaffUser staff, Model page,
            @PageNumber @RequestParam(name = "page", defaultValue = "0") int number) {
        JsonNode answers = OptionalAnswer.of(notification::answers);
        JsonNode log = OptionalAnswer.of(() -> notification.messages(number));
        JsonNode unassigned = OptionalAnswer.of(notification::unassigned);
        page.addAttribute("unassigned", unassigned)
                .addAttribute("home", staff.offices(Permission.READ_MESSAGES).getFirst());
        page.addAttribute("answers", answers).addAttribute("log", log).addAttribute("number", number)
                .addAttribute("calls", OptionalAnswer.of(notification::calls))
                .addAttribute("references", references(answers, log));
        return "messages";
    }

    private Map<String, String> references(JsonNode... lists) {
        return Stream.of(lists).flatMap(list -> list.path("items").valueStream())
                .flatMap(each -> Stream.concat(Stream.of(each.path("caseId")), each.path("otherCases").valueStream()))
                .map(each -> each.asString("")).distinct()
                .flatMap(id -> model.cases().find(id).stream())
                .collect(Collectors.toMap(CaseProjection::caseId, CaseProjection::reference));
    }

    /** The service checks the office, because the office of the object is not known here. */
    @PostMapping("/answers/{id}/read")
    @RequiresPermission(Permission.ANSWER_MESSAGES)
    String read(@PathVariable String id, @RequestParam String key) {
        return redirect.to("/messages", "notification", notification.markRead(id, key));
    }

    /** A line can belong to no office: then everybody who answers messages can read what came to it. */
    @PostMapping("/unassigned-messages/{id}/read")
    @RequiresPermission(Permission.ANSWER_MESSAGES)
    String readUnassigned(@PathVariable String id, @RequestParam String key) {
        return redirect.to("/messages#unassigned", "notification", notification.markUnassignedRead(id, key));
    }

    @PostMapping("/calls/{id}/settle")
    @RequiresPermission(Permission.ANSWER_MESSAGES)
    String settle(@PathVariable String id, @RequestParam String key) {
        return redirect.to("/messages", "notification", notification.settle(id, key));
    }
}
