package org.refugio.privacy;

import org.refugio.privacy.masterkey.MasterKeyInvalid;

/**
 * Encrypts and decrypts a value with a key that every vault contains. This loads the native library before the first
 * request, and stops a service whose master key is not that of the vault before it processes any data.
 */
record PrivacyStartupCheck(Privacy privacy) {

    private static final Subject SUBJECT = new Subject("vault:start-check");
    private static final String TEXT = "start check";

    /** @throws MasterKeyInvalid when the master key is not that of the vault */
    void run() {
        privacy.register(SUBJECT);
        try {
            if (!privacy.open(privacy.seal(SUBJECT, TEXT)).filter(TEXT::equals).isPresent()) {
                throw new MasterKeyInvalid("The value of the startup check differs after decryption");
            }
        } catch (KeyUnavailable | SealedValueCorrupt e) {
            throw new MasterKeyInvalid(
                    "The master key (REFUGIO_KEY_FILE) is not the one that the keys of this vault are encrypted with",
                    e);
        }
    }
}
