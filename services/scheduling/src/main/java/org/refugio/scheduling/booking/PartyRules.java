package org.refugio.scheduling.booking;

import java.util.Optional;
import org.refugio.contracts.ResourceKind;
import org.refugio.scheduling.resources.Resource;

/** The rules about people and rooms. Each returns a refusal or nothing. */
final class PartyRules {

    private PartyRules() {
    }

    static Optional<BookingRefusal> suitable(Resource named, ResourceKind kind, String office) {
        return named != null && named.kind() == kind && named.office().equals(office)
                ? Optional.empty()
                : Optional.of(new BookingRefusal.NotSuitable(kind));
    }

    /** An interpreter is needed unless the lawyer speaks the language, and must speak it. */
    static Optional<BookingRefusal> understood(Resource lawyer, Resource interpreter, String language) {
        if (interpreter == null) {
            return lawyer.speaks(language)
                    ? Optional.empty()
                    : Optional.of(new BookingRefusal.InterpreterNeeded(language));
        }
        return interpreter.speaks(language)
                ? Optional.empty()
                : Optional.of(new BookingRefusal.InterpreterDoesNotSpeak(language));
    }
}
