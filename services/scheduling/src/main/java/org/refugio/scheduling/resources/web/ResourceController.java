package org.refugio.scheduling.resources.web;

import jakarta.validation.Valid;
import org.refugio.access.Caller;
import org.refugio.access.CommandResponses;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandReceipt;
import org.refugio.privacy.Privacy;
import org.refugio.scheduling.resources.RegisterResource;
import org.refugio.scheduling.resources.Resources;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/resources")
class ResourceController {

    private final Resources resources;
    private final RegisterResource register;
    private final Privacy privacy;

    ResourceController(Resources resources, RegisterResource register, Privacy privacy) {
        this.resources = resources;
        this.register = register;
        this.privacy = privacy;
    }

    @GetMapping
    @RequiresPermission(Permission.READ_SCHEDULE)
    ResourceView.All list(Caller caller, @RequestParam String office) {
        caller.require(Permission.READ_SCHEDULE, office);
        return new ResourceView.All(
                resources.ofOffice(office).stream().map(each -> ResourceView.of(each, privacy)).toList());
    }

    @PostMapping
    @RequiresPermission(Permission.MANAGE_RESOURCES)
    ResponseEntity<CommandReceipt> register(Caller caller, CommandKey key,
            @Valid @RequestBody RegisterResource.Command command) {
        caller.require(Permission.MANAGE_RESOURCES, command.office());
        return CommandResponses.of(register.handle(command, key));
    }
}
