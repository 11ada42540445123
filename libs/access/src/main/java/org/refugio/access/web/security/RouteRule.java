package org.refugio.access.web.security;

import java.util.ArrayList;
import java.util.List;
import org.refugio.access.Permission;
import org.refugio.access.RequiresPermission;
import org.refugio.access.capability.RequiresCapability;
import org.refugio.access.service.ServiceOnly;
import org.springframework.web.method.HandlerMethod;

/** Determines who may use a route. */
public sealed interface RouteRule {

    /** Staff with the permission in some office. */
    record Staff(Permission permission, boolean anyOffice) implements RouteRule {}

    /** The holder of a capability. */
    record Applicants() implements RouteRule {}

    /** Another service of the installation. */
    record Services() implements RouteRule {}

    /** Everyone, without credentials: only the description of the API. */
    record Public() implements RouteRule {}

    /** No one: the route has no rule, or more than one. */
    record Unspecified() implements RouteRule {}

    /** The rule in the route table and in the audit trail. */
    default String text() {
        return switch (this) {
            case Staff(Permission permission, boolean anyOffice) -> permission + (anyOffice ? " (any office)" : "");
            case Applicants _ -> "capability";
            case Services _ -> "service";
            case Public _ -> "everybody";
            case Unspecified _ -> "NOBODY";
        };
    }

    /** The rule of the handler method. */
    static RouteRule of(HandlerMethod handler) {
        List<RouteRule> rules = new ArrayList<>();
        RequiresPermission required = handler.getMethodAnnotation(RequiresPermission.class);
        if (required != null) {
            rules.add(new Staff(required.value(), required.anyOffice()));
        }
        if (handler.hasMethodAnnotation(RequiresCapability.class)) {
            rules.add(new Applicants());
        }
        if (handler.hasMethodAnnotation(ServiceOnly.class)) {
            rules.add(new Services());
        }
        if (handler.getBeanType().getPackageName().startsWith("org.springdoc.")) {
            rules.add(new Public());
        }
        return rules.size() == 1 ? rules.getFirst() : new Unspecified();
    }
}
