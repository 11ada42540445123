package org.refugio.console.operations;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.refugio.access.NotVisible;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
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
import tools.jackson.databind.json.JsonMapper;

@Controller
class OperationsPageController {

    static final String OWN = "console";

    private static final int PAGE = 50;

    private final HttpServiceProxyRegistry clients;
    private final EventOperations own;
    private final JsonMapper json;

    OperationsPageController(HttpServiceProxyRegistry clients, EventOperations own, JsonMapper json) {
        this.clients = clients;
        this.own = own;
        this.json = json;
    }

    /** The console's own lists have the form of the other services' answers. */
    private record Items(Object items, boolean more) {}

    @GetMapping("/operations")
    @RequiresPermission(Permission.OPERATE)
    String operations(Model page) {
        var parked = own.parked(0, PAGE + 1);
        page.addAttribute("own", own.backlog()).addAttribute("states", ofAll(OperationsClient::state))
                .addAttribute("parked", with(parked.stream().limit(PAGE).toList(), parked.size() > PAGE,
                        OperationsClient::parked))
                .addAttribute("gaps", with(own.gaps(PAGE), false, OperationsClient::gaps));
        return "operations";
    }

    @GetMapping("/operations/discarded")
    @RequiresPermission(Permission.OPERATE)
    String discarded(Model page) {
        var discarded = own.discarded(0, PAGE + 1);
        page.addAttribute("discarded", with(discarded.stream().limit(PAGE).toList(), discarded.size() > PAGE,
                client -> client.discarded(0)));
        return "discarded";
    }

    @PostMapping("/operations/{service}/{id}/replay")
    @RequiresPermission(Permission.OPERATE)
    String replay(@PathVariable String service, @PathVariable String id, @RequestParam String key) {
        if (service.equals(OWN)) {
            own.replay(id);
        } else if (clients.getGroupNames().contains(service)) {
            clients.getClient(service, OperationsClient.class).replay(id, key);
        } else {
            throw new NotVisible();
        }
        return "redirect:/operations";
    }

    private Map<String, JsonNode> with(Object ofConsole, boolean more, Function<OperationsClient, JsonNode> ofOthers) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        all.put(OWN, json.valueToTree(new Items(ofConsole, more)));
        all.putAll(ofAll(ofOthers));
        return all;
    }

    private Map<String, JsonNode> ofAll(Function<OperationsClient, JsonNode> call) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        clients.getGroupNames().stream().sorted().forEach(name -> {
            OperationsClient client = clients.getClient(name, OperationsClient.class);
            answers.put(name, OptionalAnswer.of(() -> call.apply(client)));
        });
        return answers;
    }
}
