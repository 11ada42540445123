package org.refugio.console.operations;

import java.util.LinkedHashMap;
import java.util.Map;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.console.login.StaffUser;
import org.refugio.console.services.ServiceClient;
import org.refugio.console.services.ServiceInstances;
import org.refugio.messaging.operations.EventOperations;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

@Controller
class OperationsPageController {

    private static final int PAGE = 50;
    private static final String OWN = "console";

    private final ServiceClient services;
    private final ServiceInstances instances;
    private final EventOperations own;

    OperationsPageController(ServiceClient services, ServiceInstances instances, EventOperations own) {
        this.services = services;
        this.instances = instances;
        this.own = own;
    }

    @GetMapping("/operations")
    @RequiresPermission(Permission.OPERATE)
    String operations(StaffUser staff, Model page) {
        Map<String, JsonNode> states = new LinkedHashMap<>();
        Map<String, JsonNode> parked = new LinkedHashMap<>();
        for (String name : instances.names()) {
            states.put(name, services.getIfPossible(staff, name, "/v1/operations/state"));
            parked.put(name, services.getIfPossible(staff, name, "/v1/operations/parked"));
        }
        page.addAttribute("states", states).addAttribute("parked", parked).addAttribute("own", own.backlog())
                .addAttribute("ownParked", own.parked(0, PAGE));
        return "operations";
    }

    @PostMapping("/operations/{service}/{id}/replay")
    @RequiresPermission(Permission.OPERATE)
    String replay(StaffUser staff, @PathVariable String service, @PathVariable String id, @RequestParam String key) {
        if (service.equals(OWN)) {
            own.replay(id);
        } else {
            services.post(staff, known(service), "/v1/operations/parked/" + id + "/replay", Map.of(), key);
        }
        return "redirect:/operations";
    }

    @PostMapping("/operations/{service}/{id}/discard")
    @RequiresPermission(Permission.OPERATE)
    String discard(StaffUser staff, @PathVariable String service, @PathVariable String id, @RequestParam String reason,
            @RequestParam String key) {
        if (service.equals(OWN)) {
            own.discard(id, reason, staff.caller().id());
        } else {
            services.post(staff, known(service), "/v1/operations/parked/" + id + "/discard",
                    Map.of("reason", reason), key);
        }
        return "redirect:/operations";
    }

    private String known(String service) {
        if (!instances.knows(service)) {
            throw new NotVisible();
        }
        return service;
    }
}
