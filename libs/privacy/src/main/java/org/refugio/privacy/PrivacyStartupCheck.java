package org.refugio.privacy;

/**
 * Seals and opens one value under a key that is in every vault. It loads the native library before the first request
 * needs it, and a service with another master key than the vault's stops here instead of failing value by value.
 */
record PrivacyStartupCheck(Privacy privacy) {

    private static final Subject NOBODY = new Subject("vault:start-check");
    private static final String TEXT = "start check";

    void run() {
        privacy.register(NOBODY);
        try {
            if (!privacy.open(privacy.seal(NOBODY, TEXT)).filter(TEXT::equals).isPresent()) {
                throw new MasterKeyInvalid("The vault's start check does not open as it was sealed");
            }
        } catch (KeyUnavailable | SealedValueCorrupt e) {
            throw new MasterKeyInvalid(
                    "The master key (REFUGIO_KEY_FILE) is not the one that this vault's keys are wrapped with", e);
        }
    }
}
