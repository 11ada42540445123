package org.refugio.console.pages;

import org.refugio.access.Permission;
import org.refugio.console.login.RequiresSignIn;
import org.refugio.console.login.StaffUser;
import org.refugio.console.services.ServiceInstances;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomePageController {

    private final ServiceInstances instances;

    HomePageController(ServiceInstances instances) {
        this.instances = instances;
    }

    /** The first page that the person's role has. */
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
        page.addAttribute("services", instances.names());
        return "api";
    }
}
