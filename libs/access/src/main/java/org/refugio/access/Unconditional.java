package org.refugio.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A command on something that exists, which does not depend on what its sender saw of it. Every other one has an
 * {@link org.refugio.messaging.command.EntityTag} as an argument; otherwise the build fails.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Unconditional {

    /** Why it is correct in any state. */
    String value();
}
