package org.refugio.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a route needs. A staff route without it fails the build and is denied at run time. It checks that
 * the caller holds the permission in some office; the route itself checks the object's office with {@link Caller}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresPermission {

    /** The permission. */
    Permission value();

    /**
     * Whether the route is about no office's object in particular (the clock, the queues of this service). A route with
     * an id in its path that is not, and that answers without having asked {@link Caller#require}, is refused.
     */
    boolean anyOffice() default false;
}
