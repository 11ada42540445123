package org.refugio.console.operations;

import java.util.LinkedHashMap;
import java.util.Map;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.console.login.StaffUser;
import org.refugio.console.services.OperationsClient;
import org.refugio.console.services.OptionalAnswer;
import org.refugio.messaging.operations.EventOperations;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;
import tools.jackson.databind.JsonNode;

@Controller
class OperationsPageController {

    private static final int PAGE = 50;
    private static final String OWN = "console";

    private final HttpServiceProxyRegistry clients;
    private final EventOperations own;

    OperationsPageController(HttpServiceProxyRegistry clients, EventOperations own) {
        this.clients = clients;
        this.own = own;
    }

    @GetMapping("/operations")
    @RequiresPermission(Permission.OPERATE)
    String operations(Model page) {
        Map<String, JsonNode> states = new LinkedHashMap<>();
        Map<String, JsonNode> parked = new LinkedHashMap<>();
        for (String name : clients.getGroupNames().stream().sorted().toList()) {
            states.put(name, OptionalAnswer.of(of(name)::state));
            parked.put(name, OptionalAnswer.of(of(name)::parked));
        }
        page.addAttribute("states", states).addAttribute("parked", parked).addAttribute("own", own.backlog())
                .addAttribute("ownParked", own.parked(0, PAGE));
        return "operations";
    }

    @PostMapping("/operations/{service}/{id}/replay")
    @RequiresPermission(Permission.OPERATE)
    String replay(@PathVariable String service, @PathVariable String id, @RequestParam String key) {
        if (service.equals(OWN)) {
            own.replay(id);
        } else {
            of(service).replay(id, key);
        }
        return "redirect:/operations";
    }

    @PostMapping("/operations/{service}/{id}/discard")
    @RequiresPermission(Permission.OPERATE)
    String discard(StaffUser staff, @PathVariable String service, @PathVariable String id, @RequestParam String reason,
            @RequestParam String key) {
        if (service.equals(OWN)) {
            own.discard(id, false, reason, staff.caller().id());
        } else {
            of(service).discard(id, new OperationsClient.Discard(reason), key);
        }
        return "redirect:/operations";
    }

    private OperationsClient of(String service) {
        if (!clients.getGroupNames().contains(service)) {
            throw new NotVisible();
        }
        return clients.getClient(service, OperationsClient.class);
    }
}
