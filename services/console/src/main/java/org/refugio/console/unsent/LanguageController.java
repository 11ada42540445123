package org.refugio.console.unsent;

import jakarta.servlet.http.HttpServletRequest;
import org.refugio.console.login.RequiresSignIn;
import org.refugio.console.unsent.UnsentForm.Reason;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Changes the language of a page that contains a form; what was typed stays. */
@Controller
class LanguageController {

    private final UnsentForms unsent;

    LanguageController(UnsentForms unsent) {
        this.unsent = unsent;
    }

    /** The parameter {@code lang} chooses the language, as on every page. */
    @PostMapping("/language")
    @RequiresSignIn
    String change(HttpServletRequest request) {
        return "redirect:" + unsent.keep(request, Reason.LANGUAGE).orElse("/");
    }
}
