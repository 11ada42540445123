package org.refugio.console.messages;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.console.login.StaffUser;
import org.refugio.console.readmodel.CaseProjection;
import org.refugio.console.readmodel.ReadModel;
import org.refugio.console.services.ServiceClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

@Controller
class MessagePageController {

    private final ServiceClient services;
    private final ReadModel model;

    MessagePageController(ServiceClient services, ReadModel model) {
        this.services = services;
        this.model = model;
    }

    @GetMapping("/messages")
    @RequiresPermission(Permission.READ_MESSAGES)
    String messages(StaffUser staff, Model page, @RequestParam(name = "page", defaultValue = "0") int number) {
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
                .collect(Collectors.toMap(CaseProjection::caseId, CaseProjection::reference));
    }

    /** The service asks whose it is: the object's office is not known here. */
    @PostMapping("/answers/{id}/read")
    @RequiresPermission(Permission.ANSWER_MESSAGES)
    String read(StaffUser staff, @PathVariable String id, @RequestParam String key) {
        services.post(staff, "notification", "/v1/answers/" + id + "/read", Map.of(), key);
        return "redirect:/messages";
    }

    @PostMapping("/calls/{id}/settle")
    @RequiresPermission(Permission.ANSWER_MESSAGES)
    String settle(StaffUser staff, @PathVariable String id, @RequestParam String key) {
        services.post(staff, "notification", "/v1/calls/" + id + "/settle", Map.of(), key);
        return "redirect:/messages";
    }
}
