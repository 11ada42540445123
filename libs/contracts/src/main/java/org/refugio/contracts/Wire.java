package org.refugio.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The event's name on the wire, {@code producer.event-name.vN}. It is independent of the class name and never changes. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Wire {

    /** For instance {@code intake.case-opened.v1}. */
    String value();
}
