package org.refugio.carriers.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.Optional;

/** The readable text of a mail. */
final class MailText {

    private MailText() {
    }

    /** The plain text part if there is one, else the first text part, else empty. */
    static String of(Part mail) throws MessagingException, IOException {
        return find(mail, "text/plain").or(() -> anyText(mail)).orElse("").strip();
    }

    private static Optional<String> anyText(Part mail) {
        try {
            return find(mail, "text/*");
        } catch (MessagingException | IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return Optional.of(String.valueOf(part.getContent()));
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = find(parts.getBodyPart(i), type);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
