package org.refugio.privacy;

/**
 * The subject's key cannot be read now: the vault is away, or the key has not arrived in it. Trying again later can
 * succeed; nothing is known about the data. An erased subject is not this: it opens as empty.
 */
public class KeyUnreachable extends RuntimeException {

    public KeyUnreachable(String what, Throwable cause) {
        super(what, cause);
    }
}
