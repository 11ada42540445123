package org.refugio.console.messages;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.refugio.access.Needs;
import org.refugio.access.Permission;
import org.refugio.console.login.Staff;
import org.refugio.console.readmodel.CaseFile;
import org.refugio.console.readmodel.ReadModel;
import org.refugio.console.services.Commands;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

@Controller
class MessagePages {

    private final Commands services;
    private final ReadModel model;

    MessagePages(Commands services, ReadModel model) {
        this.services = services;
        this.model = model;
    }

    @GetMapping("/messages")
    @Needs(Permission.READ_MESSAGES)
    String messages(Staff staff, Model page, @RequestParam(name = "page", defaultValue = "0") int number) {
        JsonNode answers = services.getIfPossible(staff, "notification", "/v1/answers");
        JsonNode log = services.getIfPossible(staff, "notification", "/v1/messages?page=" + number);
        page.addAttribute("answers", answers).addAttribute("log", log).addAttribute("number", number)
                .addAttribute("calls", services.getIfPossible(staff, "notification", "/v1/calls"))
                .addAttribute("references", references(answers, log));
        return "messages";
    }

    private Map<String, String> references(JsonNode... lists) {
        return Stream.of(lists).flatMap(list -> list.path("items").valueStream())
                .map(each -> each.path("caseId").asString("")).distinct()
                .flatMap(id -> model.cases().find(id).stream())
                .collect(Collectors.toMap(CaseFile::caseId, CaseFile::reference));
    }

    /** The service asks whose it is: the object's office is not known here. */
    @PostMapping("/answers/{id}/read")
    @Needs(Permission.ANSWER_MESSAGES)
    String read(Staff staff, @PathVariable String id, @RequestParam String key) {
        services.post(staff, "notification", "/v1/answers/" + id + "/read", Map.of(), key);
        return "redirect:/messages";
    }

    @PostMapping("/calls/{id}/settle")
    @Needs(Permission.ANSWER_MESSAGES)
    String settle(Staff staff, @PathVariable String id, @RequestParam String key) {
        services.post(staff, "notification", "/v1/calls/" + id + "/settle", Map.of(), key);
        return "redirect:/messages";
    }
}
