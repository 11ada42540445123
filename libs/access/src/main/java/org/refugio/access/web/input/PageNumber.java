package org.refugio.access.web.input;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The number of a page of a list, from 0. The number of skipped items stays within the range of an int. */
@Documented
@Min(0)
@Max(PageNumber.LAST)
@Constraint(validatedBy = {})
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface PageNumber {

    /** The largest number. */
    int LAST = 1_000_000;

    /** The number of items on a page, for the description of the route; 0 for a page of the console. */
    int size() default 0;

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
