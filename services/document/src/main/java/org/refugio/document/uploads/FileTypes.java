package org.refugio.document.uploads;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Set;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/**
 * Detects a file's type from its first bytes. The request's content type is not read: phones and browsers derive it from
 * the file extension, which is often wrong, and some write {@code image/jpg} for a JPEG.
 */
@Component
public class FileTypes {

    private static final Set<String> ACCEPTED = Set.of("application/pdf", "image/jpeg", "image/png", "image/webp",
            "image/heic", "image/heif", "text/plain");

    private final Tika tika = new Tika();

    /** The type; the stream is reset to its start. */
    public String detect(BufferedInputStream in) throws IOException {
        return tika.detect(in);
    }

    /** Whether files of this type are accepted. */
    public boolean isAccepted(String type) {
        return ACCEPTED.contains(type);
    }
}
