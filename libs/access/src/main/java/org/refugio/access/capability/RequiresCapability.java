package org.refugio.access.capability;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route below {@code /v1/applicant} for an applicant, who has no account: it requires the capability in the header
 * {@code Refugio-Capability}. The handler method has an {@link Applicant} as an argument and gives access only to the case
 * and the appointment of that applicant.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresCapability {

    /** The header with the capability. */
    String HEADER = "Refugio-Capability";
}
