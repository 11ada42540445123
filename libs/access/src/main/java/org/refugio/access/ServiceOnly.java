package org.refugio.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route that only another service of this installation calls, below {@code /v1/internal}, with
 * {@code Authorization: Service <secret>} (see {@link ServiceCredential}).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ServiceOnly {
}
