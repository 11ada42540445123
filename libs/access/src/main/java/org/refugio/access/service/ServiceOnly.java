package org.refugio.access.service;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route below {@code /v1/internal} that only another service of the installation may call, with {@code Authorization:
 * Service <secret>} (see {@link ServiceCredential}).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ServiceOnly {
}
