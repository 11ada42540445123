package org.refugio.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a route for staff requires. A route without a rule fails the build and is denied at run time. The
 * annotation checks that the caller holds the permission in some office; the handler method checks the object's office with
 * {@link Caller#require}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresPermission {

    /** The required permission. */
    Permission value();

    /**
     * Whether the route does not concern an object of an office (the clock, the queues of the service). Any other route with
     * an id in its path must call {@link Caller#require}; otherwise its response is replaced by an error 500.
     */
    boolean anyOffice() default false;
}
