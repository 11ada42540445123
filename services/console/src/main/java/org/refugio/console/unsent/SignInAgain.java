package org.refugio.console.unsent;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.refugio.console.login.LocalPage;
import org.refugio.console.login.SignInAttempts;
import org.refugio.console.unsent.UnsentForm.Reason;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Leads to the sign-in, and afterwards back to the page, with what was typed. */
@Component
public class SignInAgain implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final UnsentForms unsent;
    private final AccessDeniedHandler denied = new AccessDeniedHandlerImpl();

    SignInAgain(UnsentForms unsent) {
        this.unsent = unsent;
    }

    /** Nobody is signed in: what was typed is kept until they are. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            unsent.keepTyped(request, Reason.SIGN_IN_ENDED);
            response.setHeader("HX-Refresh", "true"); // the page then signs in again without interaction
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            SignInAttempts.begin(response, request.getMethod().equals("GET")
                    ? LocalPage.requested(request)
                    : unsent.keep(request, Reason.SIGN_IN_ENDED).orElse("/"));
        }
    }

    /** A form from before a sign-in has the CSRF token of that time: the page comes back with the current one. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException fault)
            throws IOException, ServletException {
        Optional<String> page = fault instanceof CsrfException && UnsentForms.isOfSameOrigin(request)
                ? unsent.keep(request, Reason.SIGN_IN_ENDED)
                : Optional.empty();
        if (page.isPresent()) {
            response.sendRedirect(page.get());
        } else {
            denied.handle(request, response, fault);
        }
    }
}
