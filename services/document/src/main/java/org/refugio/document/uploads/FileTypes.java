package org.refugio.document.uploads;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Set;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/** Tells a file's type by its first bytes: what a sender says of it is not believed. */
@Component
public class FileTypes {

    private static final Set<String> TAKEN = Set.of("application/pdf", "image/jpeg", "image/png", "image/webp",
            "image/heic", "image/heif", "text/plain");

    private final Tika tika = new Tika();

    /** The type; the stream stands at its beginning again. */
    public String detect(BufferedInputStream in) throws IOException {
        return tika.detect(in);
    }

    /** Whether files of this type are taken. */
    public boolean taken(String type) {
        return TAKEN.contains(type);
    }
}
