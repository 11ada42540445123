package org.refugio.document.uploads;

import java.io.IOException;

/** More than may be uploaded at once. */
public class UploadTooLarge extends IOException {

    public UploadTooLarge(long limit) {
        super("more than " + limit + " bytes");
    }
}
