package org.refugio.console.messages;

import java.util.Map;
import org.refugio.access.Needs;
import org.refugio.access.Permission;
import org.refugio.console.login.Staff;
import org.refugio.console.readmodel.ReadModel;
import org.refugio.console.services.Commands;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
        page.addAttribute("answers", services.getIfPossible(staff, "notification", "/v1/answers"))
                .addAttribute("calls", services.getIfPossible(staff, "notification", "/v1/calls"))
                .addAttribute("log", services.getIfPossible(staff, "notification", "/v1/messages?page=" + number))
                .addAttribute("number", number).addAttribute("model", model);
        return "messages";
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
