package org.refugio.console.operations;

import static org.refugio.console.pages.PageForm.field;
import static org.refugio.console.pages.PageForm.hidden;
import static org.refugio.console.pages.PageForm.typed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.console.login.StaffUser;
import org.refugio.console.pages.PageForm;
import org.refugio.console.pages.PageFormatter;
import org.refugio.console.pages.PageProblem;
import org.refugio.console.services.OperationsClient;
import org.refugio.console.services.ServiceRefusal;
import org.refugio.messaging.consumer.EventGap;
import org.refugio.messaging.operations.EventOperations;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.registry.HttpServiceProxyRegistry;

/** Parked and missing events that are given up, each on a page that explains the effect and asks for a reason. */
@Controller
class GivingUpPageController {

    private final HttpServiceProxyRegistry clients;
    private final EventOperations own;
    private final PageFormatter show;

    GivingUpPageController(HttpServiceProxyRegistry clients, EventOperations own, PageFormatter show) {
        this.clients = clients;
        this.own = own;
        this.show = show;
    }

    @GetMapping("/operations/{service}/{id}/discard")
    @RequiresPermission(Permission.OPERATE)
    String askToDiscard(Model page, @PathVariable String service, @PathVariable String id) {
        return form(page, discard(known(service), id), "operations.discard-consequence");
    }

    @PostMapping("/operations/{service}/{id}/discard")
    @RequiresPermission(Permission.OPERATE)
    String discard(StaffUser staff, Model page, @PathVariable String service, @PathVariable String id,
            @RequestParam Map<String, String> typed) {
        boolean allLater = typed.containsKey("allLater");
        String reason = typed(typed, "reason");
        return carriedOut(page, discard(known(service), id).with(typed), "operations.discard-consequence", reason,
                () -> {
                    if (!service.equals(OperationsPageController.OWN)) {
                        of(service).discard(id, new OperationsClient.Discard(reason, allLater), typed.get("key"));
                    } else if (!own.discard(id, allLater, reason, staff.caller().id())) {
                        throw new NotVisible();
                    }
                    return true;
                });
    }

    @GetMapping("/operations/{service}/skip")
    @RequiresPermission(Permission.OPERATE)
    String askToSkip(Model page, @PathVariable String service, @RequestParam Map<String, String> gap) {
        return form(page, skip(known(service)).with(gap), "operations.skip-consequence");
    }

    @PostMapping("/operations/{service}/skip")
    @RequiresPermission(Permission.OPERATE)
    String skip(StaffUser staff, Model page, @PathVariable String service, @RequestParam Map<String, String> typed,
            @RequestParam String producer, @RequestParam String aggregate, @RequestParam long after,
            @RequestParam long next) {
        String reason = typed(typed, "reason");
        return carriedOut(page, skip(known(service)).with(typed), "operations.skip-consequence", reason, () -> {
            if (service.equals(OperationsPageController.OWN)) {
                return own.skip(new EventGap(producer, aggregate, after, next, 0, null), reason, staff.caller().id());
            }
            of(service).skip(new OperationsClient.Skip(producer, aggregate, after, next, reason), typed.get("key"));
            return true;
        });
    }

    /** What is done with a form; false when what it was about has changed. */
    private interface Act {
        boolean carryOut();
    }

    private String carriedOut(Model page, PageForm form, String consequence, String reason, Act act) {
        if (reason == null) {
            page.addAttribute("no", PageProblem.missing("reason", show));
            return form(page, form, consequence);
        }
        try {
            if (act.carryOut()) {
                return "redirect:/operations";
            }
            page.addAttribute("no", new PageProblem(show.text("refused"), show.text("operations.gap-changed")));
        } catch (ServiceRefusal no) {
            page.addAttribute("no", no);
        }
        return form(page, form, consequence);
    }

    private String form(Model page, PageForm form, String consequence) {
        page.addAttribute("form", form).addAttribute("consequence", show.text(consequence));
        return "form";
    }

    private static PageForm discard(String service, String id) {
        return new PageForm("operations.give-up", "/operations/" + service + "/" + id + "/discard",
                List.of(field("reason", "text", true), field("allLater", "checkbox", false)), "/operations");
    }

    private static PageForm skip(String service) {
        List<PageForm.Field> fields = new ArrayList<>();
        List.of("producer", "aggregate", "after", "next").forEach(each -> fields.add(hidden(each, "")));
        fields.add(field("reason", "text", true));
        return new PageForm("operations.skip", "/operations/" + service + "/skip", fields, "/operations");
    }

    private String known(String service) {
        if (!service.equals(OperationsPageController.OWN) && !clients.getGroupNames().contains(service)) {
            throw new NotVisible();
        }
        return service;
    }

    private OperationsClient of(String service) {
        return clients.getClient(service, OperationsClient.class);
    }
}
