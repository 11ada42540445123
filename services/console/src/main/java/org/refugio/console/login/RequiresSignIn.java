package org.refugio.console.login;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A page for every signed-in user, regardless of the role; it contains no personal data. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresSignIn {

    /** The address that leads to the identity provider. */
    String ADDRESS = "/oauth2/authorization/refugio";
}
