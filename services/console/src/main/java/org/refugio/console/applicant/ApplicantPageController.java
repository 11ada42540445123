package org.refugio.console.applicant;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.refugio.access.capability.RequiresCapability;
import org.refugio.console.ConsoleSettings;
import org.refugio.console.services.ServiceClient;
import org.refugio.console.services.ServiceRefusal;
import org.refugio.console.services.ServiceUnreachable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

@Controller
class ApplicantPageController {

    private static final List<String> MEANINGS = List.of("CONFIRMS", "WANTS_CHANGE");

    private final ServiceClient services;
    private final ConsoleSettings settings;

    ApplicantPageController(ServiceClient services, ConsoleSettings settings) {
        this.services = services;
        this.settings = settings;
    }

    @GetMapping("/a/{token}")
    @RequiresCapability
    String open(@PathVariable String token, Model page, HttpServletResponse response, Locale locale,
            @RequestParam(required = false) String answered) {
        response.setHeader("Cache-Control", "no-store");
        page.addAttribute("token", token).addAttribute("exit", settings.quickExit()).addAttribute("answered", answered)
                .addAttribute("lang", locale.getLanguage());
        try {
            JsonNode shown = services.asApplicant(token, "/v1/applicant/appointment", null);
            page.addAttribute("it", shown)
                    .addAttribute("office", settings.office(shown.path("office").asString("")));
            return "applicant";
        } catch (ServiceRefusal no) {
            response.setStatus(HttpServletResponse.SC_GONE);
            return "expired";
        } catch (ServiceUnreachable away) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            page.addAttribute("away", true);
            return "expired";
        }
    }

    @PostMapping("/a/{token}")
    @RequiresCapability
    String answer(@PathVariable String token, Model page, HttpServletResponse response, Locale locale,
            @RequestParam String meaning) {
        if (MEANINGS.contains(meaning)) {
            try {
                services.asApplicant(token, "/v1/applicant/answer", Map.of("meaning", meaning));
            } catch (ServiceRefusal | ServiceUnreachable e) {
                return open(token, page, response, locale, null);
            }
        }
        return "redirect:/a/" + token + "?answered=" + meaning + "&lang=" + locale.getLanguage();
    }
}
