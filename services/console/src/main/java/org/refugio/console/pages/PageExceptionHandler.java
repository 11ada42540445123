package org.refugio.console.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.refugio.access.NotVisible;
import org.refugio.access.PermissionDenied;
import org.refugio.access.audit.AuditEntry.Outcome;
import org.refugio.access.audit.AuditUnavailable;
import org.refugio.access.web.admission.SystemBusy;
import org.refugio.access.web.command.BodyTooLarge;
import org.refugio.access.web.input.InvalidInput;
import org.refugio.access.web.problem.StandardProblem;
import org.refugio.console.login.PageAudit;
import org.refugio.console.login.StaffUser;
import org.refugio.console.services.ServiceBusy;
import org.refugio.console.services.ServiceRefusal;
import org.refugio.console.services.ServiceUnreachable;
import org.refugio.console.unsent.SignInAgain;
import org.refugio.console.unsent.UnsentForm.Reason;
import org.refugio.console.unsent.UnsentForms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;

/** Renders refusals and faults as pages. An object of another office is indistinguishable from a missing one. */
@ControllerAdvice(basePackages = "org.refugio.console")
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PageExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(PageExceptionHandler.class);

    private final PageFormatter show;
    private final SignInAgain signInAgain;
    private final UnsentForms unsent;
    private final PageAudit audit;

    PageExceptionHandler(PageFormatter show, SignInAgain signInAgain, UnsentForms unsent,
            PageAudit audit) {
        this.show = show;
        this.signInAgain = signInAgain;
        this.unsent = unsent;
        this.audit = audit;
    }

    @ExceptionHandler(NotVisible.class)
    ModelAndView notYours(HttpServletRequest request) {
        audit.denied(request, Outcome.NOT_THERE);
        return page(HttpStatus.NOT_FOUND, "not-found");
    }

    @ExceptionHandler({PermissionDenied.class, AccessDeniedException.class})
    ModelAndView forbidden(HttpServletRequest request) {
        audit.denied(request, Outcome.FORBIDDEN);
        return page(HttpStatus.FORBIDDEN, "not-allowed");
    }

    @ExceptionHandler(AuthenticationException.class)
    void signIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException fault)
            throws IOException {
        signInAgain.commence(request, response, fault);
    }

    @ExceptionHandler({ServiceUnreachable.class, AuditUnavailable.class})
    ModelAndView away() {
        return page(HttpStatus.SERVICE_UNAVAILABLE, "try-again");
    }

    @ExceptionHandler
    ModelAndView busy(ServiceBusy busy, HttpServletResponse response) {
        return busy(busy.retryAfterSeconds(), response);
    }

    @ExceptionHandler
    ModelAndView busy(SystemBusy busy, HttpServletResponse response) {
        return busy(busy.retryAfterSeconds(), response);
    }

    private ModelAndView busy(long seconds, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return page(HttpStatus.SERVICE_UNAVAILABLE,
                new PageProblem(show.text("problem.busy-title"), show.text("problem.busy", seconds)), Reason.BUSY);
    }

    @ExceptionHandler
    ModelAndView saidNo(ServiceRefusal no) {
        return switch (no.status()) {
            case 404 -> page(HttpStatus.NOT_FOUND, "not-found");
            case 403 -> page(HttpStatus.FORBIDDEN, "not-allowed");
            case 400, 409, 412, 413, 415, 422, 428 -> page(HttpStatus.valueOf(no.status()), PageProblem.of(no));
            default -> page(HttpStatus.BAD_GATEWAY, "failed");
        };
    }

    /** @throws Exception when a part of the response is sent: the connection must end, so that it is not taken for a whole */
    @ExceptionHandler
    ModelAndView everythingElse(Exception e, HttpServletResponse sent) throws Exception {
        if (sent.isCommitted()) {
            throw e;
        }
        int status = status(e);
        if (status < 500) {
            return page(HttpStatus.valueOf(status), PageFormatter.rule(status));
        }
        LOG.atError().addKeyValue("fault", e.getClass().getName()).addKeyValue("at", where(e))
                .log("a page could not be made");
        return page(HttpStatus.INTERNAL_SERVER_ERROR, "failed");
    }

    private static int status(Exception e) {
        if (e instanceof ErrorResponse known) {
            return known.getStatusCode().value();
        }
        return e instanceof InvalidInput || e instanceof TypeMismatchException || e instanceof FileUploadException
                ? HttpStatus.BAD_REQUEST.value()
                : e instanceof BodyTooLarge
                        ? HttpStatus.CONTENT_TOO_LARGE.value()
                        : StandardProblem.ofException(e).status().value();
    }

    private static String where(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getName() + " " + (root.getStackTrace().length == 0 ? "" : root.getStackTrace()[0]);
    }

    private ModelAndView page(HttpStatus status, String rule) {
        return page(status, new PageProblem(show.text("problem.title"), show.problem(rule)));
    }

    private ModelAndView page(HttpStatus status, PageProblem problem) {
        return page(status, problem, Reason.FAILED);
    }

    /** What was typed is kept, and the page leads back to it. */
    private ModelAndView page(HttpStatus status, PageProblem problem, Reason reason) {
        ModelAndView page = new ModelAndView("problem", status);
        page.addObject("problem", problem);
        page.addObject("code", MDC.get("traceId"));
        StaffUser.ofRequest().ifPresent(staff -> page.addObject("staff", staff));
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
            unsent.keep(current.getRequest(), reason).ifPresent(typed -> page.addObject("typed", typed));
        }
        return page;
    }
}
