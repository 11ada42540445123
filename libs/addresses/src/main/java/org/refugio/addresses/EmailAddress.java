package org.refugio.addresses;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that a mail server can deliver to, in the one form in which it is stored and shown.
 *
 * @param local the part before the {@code @}, in Unicode NFC
 * @param domain in lower case; in Unicode where it has letters beyond ASCII
 */
public record EmailAddress(String local, String domain) {

    private static final int MAX_LOCAL_OCTETS = 64;
    private static final int MAX_OCTETS = 254;

    /** Marks and letters that are not visible (Default_Ignorable_Code_Point); other such characters are not letters. */
    private static final String INVISIBLE = "\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u3164"
            + "\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}";
    private static final String ATOM = "(?!\\p{M})[\\p{L}\\p{M}\\p{Nd}!#$%&'*+/=?^_`{|}~\\-&&[^" + INVISIBLE + "]]+";
    private static final Pattern LOCAL = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");
    private static final Pattern ASCII_DOMAIN = Pattern.compile(
            "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])");

    /** Empty when it is not an address. Quoted local parts and addresses without a domain name are not accepted. */
    public static Optional<EmailAddress> parse(String written) {
        String text = Normalizer.normalize(written.strip(), Normalizer.Form.NFC);
        int at = text.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        String local = text.substring(0, at);
        boolean usable = LOCAL.matcher(local).matches()
                && local.getBytes(StandardCharsets.UTF_8).length <= MAX_LOCAL_OCTETS;
        return usable
                ? domain(text.substring(at + 1)).map(domain -> new EmailAddress(local, domain))
                        .filter(each -> each.forTransport().getBytes(StandardCharsets.UTF_8).length <= MAX_OCTETS)
                : Optional.empty();
    }

    /** For settings; {@link #parse} is for what people enter. */
    public static EmailAddress of(String written) {
        return parse(written).orElseThrow(() -> new IllegalArgumentException("not an e-mail address"));
    }

    /** As it is stored and shown. */
    public String text() {
        return local + "@" + domain;
    }

    /** As it is given to a mail server, with the domain in ASCII (A-labels, RFC 5890). */
    public String forTransport() {
        return local + "@" + IDN.toASCII(domain);
    }

    /** Whether only a server that offers SMTPUTF8 (RFC 6531) can deliver to it. */
    public boolean needsSmtpUtf8() {
        return !local.chars().allMatch(each -> each < 0x80);
    }

    /**
     * The JDK maps names by IDNA 2003, which maps some names to the name of somebody else: {@code straße} to
     * {@code strasse}. So a name is accepted only when it is the same after the way to ASCII and back; any other can be
     * written with its A-labels.
     */
    private static Optional<String> domain(String written) {
        String name = written.toLowerCase(Locale.ROOT);
        try {
            String ascii = IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES);
            String unicode = IDN.toUnicode(ascii, IDN.USE_STD3_ASCII_RULES);
            boolean same = unicode.equals(name) || ascii.equals(name);
            return same && ASCII_DOMAIN.matcher(ascii).matches() ? Optional.of(unicode) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
