package org.refugio.console.applicant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.refugio.access.capability.RequiresCapability;
import org.refugio.access.web.input.InvalidInput;
import org.refugio.console.ConsoleSettings;
import org.refugio.console.pages.PageForm;
import org.refugio.console.services.NotificationClient;
import org.refugio.console.services.ServiceRefusal;
import org.refugio.console.services.ServiceUnreachable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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

    private final NotificationClient notification;
    private final LinkAttempts attempts;
    private final ConsoleSettings settings;

    ApplicantPageController(NotificationClient notification, LinkAttempts attempts, ConsoleSettings settings) {
        this.notification = notification;
        this.attempts = attempts;
        this.settings = settings;
    }

    @GetMapping("/a/{token}")
    @RequiresCapability
    String open(@PathVariable String token, Model page, HttpServletRequest request, HttpServletResponse response,
            Locale locale) {
        response.setHeader("Cache-Control", "no-store");
        page.addAttribute("token", token).addAttribute("exit", settings.quickExit())
                .addAttribute("lang", locale.getLanguage());
        if (!attempts.isAllowed(request.getRemoteAddr(), token)) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(LinkAttempts.PERIOD.toSeconds()));
            page.addAttribute("away", true);
            return "expired";
        }
        try {
            JsonNode shown = notification.appointment(token);
            attempts.worked(token);
            page.addAttribute("it", shown)
                    .addAttribute("office", settings.office(shown.path("office").asString("")));
            return "applicant";
        } catch (ServiceRefusal | InvalidInput _) {
            attempts.failed(request.getRemoteAddr());
            response.setStatus(HttpServletResponse.SC_GONE);
            return "expired";
        } catch (ServiceUnreachable _) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            page.addAttribute("away", true);
            return "expired";
        }
    }

    /** An answer about a date that has changed since is not taken: the page shows the new one and asks again. */
    @PostMapping("/a/{token}")
    @RequiresCapability
    String answer(@PathVariable String token, Model page, HttpServletRequest request, HttpServletResponse response,
            Locale locale, @RequestParam Map<String, String> typed) {
        if (!attempts.isAllowed(request.getRemoteAddr(), token)) {
            return open(token, page, request, response, locale);
        }
        String meaning = typed.getOrDefault("meaning", "");
        if (!MEANINGS.contains(meaning)) {
            throw InvalidInput.choosing("meaning", MEANINGS);
        }
        try {
            notification.answer(new NotificationClient.Answer(meaning), token, PageForm.seen(typed),
                    typed.getOrDefault("key", ""));
        } catch (ServiceRefusal refusal) {
            response.setStatus(refusal.status());
            page.addAttribute("asksAgain", refusal.isOutdated());
            return open(token, page, request, response, locale);
        } catch (ServiceUnreachable | InvalidInput _) {
            return open(token, page, request, response, locale);
        }
        return "redirect:/a/" + token + "?lang=" + locale.getLanguage();
    }
}
