package org.refugio.intake.cases;

import java.util.Optional;
import org.refugio.addresses.EmailAddress;
import org.refugio.addresses.PhoneReading;
import org.refugio.contracts.ContactDetails;
import org.refugio.intake.cases.CaseRefusal.UnusableInput;

/** The result of reading contact details as they are entered. Only what messages can be delivered to is usable. */
sealed interface ContactReading {

    /** Normalised: the phone in E.164, the e-mail address in its one form. */
    record Usable(ContactDetails details) implements ContactReading {}

    record Unusable(UnusableInput input) implements ContactReading {}

    /**
     * Reads contact details.
     *
     * @param nationality of the person, because a number without a country code can also be of that country; may be
     * null
     */
    static ContactReading of(OpenCase.Contact written, String nationality, IntakeSettings settings) {
        String phone = null;
        if (!isBlank(written.phone())) {
            switch (PhoneReading.of(written.phone(), nationality)) {
                case PhoneReading.Read read -> phone = read.number().e164();
                case PhoneReading.NotANumber _ -> {
                    return new Unusable(UnusableInput.PHONE);
                }
                case PhoneReading.OfTwoCountries _ -> {
                    return new Unusable(UnusableInput.PHONE_COUNTRY);
                }
            }
        }
        String email = null;
        if (!isBlank(written.email())) {
            Optional<EmailAddress> address = EmailAddress.parse(written.email());
            if (address.isEmpty()) {
                return new Unusable(UnusableInput.EMAIL);
            }
            if (address.get().needsSmtpUtf8() && !settings.smtpUtf8()) {
                return new Unusable(UnusableInput.EMAIL_BEYOND_ASCII);
            }
            email = address.get().text();
        }
        return new Usable(new ContactDetails(phone, email));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
