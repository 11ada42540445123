package org.refugio.console.pages;

import org.refugio.console.login.StaffUser;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Renders an address that no controller has as a page; programs receive the answer of the framework. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class UnknownAddressHandler {

    private final PageFormatter show;

    UnknownAddressHandler(PageFormatter show) {
        this.show = show;
    }

    @ExceptionHandler(exception = NoResourceFoundException.class, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView unknown() {
        ModelAndView page = new ModelAndView("problem", HttpStatus.NOT_FOUND);
        page.addObject("problem", new PageProblem(show.text("problem.title"), show.problem("not-found")));
        StaffUser.ofRequest().ifPresent(staff -> page.addObject("staff", staff));
        return page;
    }
}
