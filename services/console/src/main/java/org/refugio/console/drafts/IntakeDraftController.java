package org.refugio.console.drafts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.access.web.command.BodyTooLarge;
import org.refugio.access.web.input.InputRule;
import org.refugio.access.web.input.InvalidInput;
import org.refugio.console.login.StaffUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Saves drafts while staff type, or with a button where there are no scripts. */
@Controller
class IntakeDraftController {

    /** The fields of the form of intake; others are not stored. */
    private static final Set<String> FIELDS = Set.of("office", "fullName", "callName", "language", "nationality",
            "phone",
            "email", "entryDate", "consentGiven", "sms", "byEmail");
    private static final int MAX_CHARACTERS = 5_000;

    private final IntakeDrafts drafts;

    IntakeDraftController(IntakeDrafts drafts) {
        this.drafts = drafts;
    }

    @PostMapping("/cases/new/draft")
    @RequiresPermission(Permission.OPEN_CASE)
    String save(StaffUser staff, Model page, @RequestParam Map<String, String> typed,
            @RequestHeader(name = "HX-Request", required = false) String live) {
        String id = id(typed.get("draft"));
        Map<String, String> fields = new LinkedHashMap<>(typed);
        fields.keySet().retainAll(FIELDS);
        if (fields.values().stream().mapToInt(String::length).sum() > MAX_CHARACTERS) {
            throw new BodyTooLarge();
        }
        boolean saved = drafts.save(id, staff.caller().id(), fields);
        if (live == null) {
            return "redirect:/cases/new?draft=" + id;
        }
        page.addAttribute("saved", saved);
        return "drafts :: saved";
    }

    @PostMapping("/cases/new/draft/discard")
    @RequiresPermission(Permission.OPEN_CASE)
    String discard(StaffUser staff, @RequestParam String draft) {
        drafts.remove(id(draft), staff.caller().id());
        return "redirect:/cases/new";
    }

    private static String id(String text) {
        try {
            return UUID.fromString(text).toString();
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new InvalidInput("draft", InputRule.UNREADABLE);
        }
    }
}
