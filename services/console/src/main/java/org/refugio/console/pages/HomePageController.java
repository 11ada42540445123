package org.refugio.console.pages;

import java.util.TreeSet;
import org.refugio.access.Permission;
import org.refugio.console.ConsoleSettings;
import org.refugio.console.login.RequiresSignIn;
import org.refugio.console.login.StaffUser;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomePageController {

    private final ConsoleSettings settings;

    HomePageController(ConsoleSettings settings) {
        this.settings = settings;
    }

    /** Redirects to the first page that the user's role permits. */
    @GetMapping("/")
    @RequiresSignIn
    String home(StaffUser staff) {
        if (staff.may(Permission.READ_SCHEDULE)) {
            return "redirect:/today";
        }
        return staff.may(Permission.OPERATE) ? "redirect:/operations" : "redirect:/api";
    }

    @GetMapping("/api")
    @RequiresSignIn
    String api(StaffUser staff, Model page) {
        page.addAttribute("services", new TreeSet<>(settings.services().keySet()));
        return "api";
    }
}
