package org.refugio.document.uploads;

import java.io.IOException;

/** The file exceeds the maximum size. */
public class UploadTooLarge extends IOException {

    public UploadTooLarge(long limit) {
        super("more than " + limit + " bytes");
    }
}
