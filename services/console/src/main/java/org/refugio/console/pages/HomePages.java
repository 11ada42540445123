package org.refugio.console.pages;

import org.refugio.access.Permission;
import org.refugio.console.login.SignedIn;
import org.refugio.console.login.Staff;
import org.refugio.console.services.Instances;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomePages {

    private final Instances instances;

    HomePages(Instances instances) {
        this.instances = instances;
    }

    /** The first page that the person's role has. */
    @GetMapping("/")
    @SignedIn
    String home(Staff staff) {
        if (staff.may(Permission.READ_SCHEDULE)) {
            return "redirect:/today";
        }
        return staff.may(Permission.OPERATE) ? "redirect:/operations" : "redirect:/api";
    }

    @GetMapping("/api")
    @SignedIn
    String api(Staff staff, Model page) {
        page.addAttribute("services", instances.names());
        return "api";
    }
}
