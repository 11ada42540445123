package org.refugio.document.uploads;

import java.io.IOException;

/** More than may be uploaded at once. */
public class TooLarge extends IOException {

    public TooLarge(long limit) {
        super("more than " + limit + " bytes");
    }
}
