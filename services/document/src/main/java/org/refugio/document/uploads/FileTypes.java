package org.refugio.document.uploads;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Set;
import org.apache.tika.Tika;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Tells a file's type by its first bytes. What the sender says can only rule a file out: phones and browsers name a type
 * by the file's ending, which is often another picture's.
 */
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

    /** Whether a file that its sender calls this is looked at: one of those taken, or no type in particular. */
    public boolean mayCome(String header) {
        if (header == null || header.isBlank()) {
            return true;
        }
        try {
            MediaType said = MediaType.parseMediaType(header);
            return taken(said.getType() + "/" + said.getSubtype())
                    || said.isCompatibleWith(MediaType.APPLICATION_OCTET_STREAM);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
