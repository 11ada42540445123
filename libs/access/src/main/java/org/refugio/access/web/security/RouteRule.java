package org.refugio.access.web.security;

import java.util.ArrayList;
import java.util.List;
import org.refugio.access.Permission;
import org.refugio.access.RequiresCapability;
import org.refugio.access.RequiresPermission;
import org.refugio.access.ServiceOnly;
import org.springframework.web.method.HandlerMethod;

/** Who may use a route at all. */
public sealed interface RouteRule {

    /** Staff with the permission in some office. */
    record Staff(Permission permission, boolean anyOffice) implements RouteRule {}

    /** The holder of a capability. */
    record Applicants() implements RouteRule {}

    /** Another service of the installation. */
    record Services() implements RouteRule {}

    /** Everybody: only this library's own description of the interface. */
    record Everybody() implements RouteRule {}

    /** Nobody said, so nobody may. */
    record Undecided() implements RouteRule {}

    /** As it stands in the route table and in the audit trail. */
    default String text() {
        return switch (this) {
            case Staff(Permission permission, boolean anyOffice) -> permission + (anyOffice ? " (any office)" : "");
            case Applicants _ -> "capability";
            case Services _ -> "service";
            case Everybody _ -> "everybody";
            case Undecided _ -> "NOBODY";
        };
    }

    /** The rule that the handler method carries; two rules on one method count as none. */
    static RouteRule of(HandlerMethod handler) {
        List<RouteRule> rules = new ArrayList<>();
        RequiresPermission needs = handler.getMethodAnnotation(RequiresPermission.class);
        if (needs != null) {
            rules.add(new Staff(needs.value(), needs.anyOffice()));
        }
        if (handler.hasMethodAnnotation(RequiresCapability.class)) {
            rules.add(new Applicants());
        }
        if (handler.hasMethodAnnotation(ServiceOnly.class)) {
            rules.add(new Services());
        }
        if (handler.getBeanType().getPackageName().startsWith("org.springdoc.")) {
            rules.add(new Everybody());
        }
        return rules.size() == 1 ? rules.getFirst() : new Undecided();
    }
}
