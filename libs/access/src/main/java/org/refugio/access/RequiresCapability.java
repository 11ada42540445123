package org.refugio.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route for an applicant, who has no account: opened by the capability in the header {@code Refugio-Capability}, below
 * {@code /v1/applicant}. The route gets its {@link Applicant} as an argument and serves nothing but what that one names.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresCapability {

    /** The header that carries the capability. */
    String HEADER = "Refugio-Capability";
}
