package org.refugio.access.web.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;
import org.refugio.access.Caller;
import org.refugio.access.capability.Applicant;
import org.refugio.access.service.ServiceCredential;
import org.refugio.access.web.audit.RequestAudit;
import org.refugio.messaging.command.CommandKey;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Creates the {@link CommandKey} of a request. Both its parts are stored in clear text, and a short body, for instance one
 * with a phone number, could be guessed from a digest without a key; so both are digests under the installation's secret. The
 * caller is part of the key, so that the keys of different callers never collide.
 */
public final class CommandKeyArgumentResolver implements HandlerMethodArgumentResolver {

    static final String HEADER = "Idempotency-Key";
    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{1,128}");

    private final ServiceCredential credential;

    /** @param credential the secret of the digests */
    public CommandKeyArgumentResolver(ServiceCredential credential) {
        this.credential = credential;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CommandKey.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest web,
            WebDataBinderFactory binders) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        String header = request.getHeader(HEADER);
        if (header == null || !PRINTABLE.matcher(header).matches()) {
            throw new IdempotencyKeyMissing();
        }
        return new CommandKey(
                encoded(credential.keyed("command-key", who(request).getBytes(UTF_8), header.getBytes(UTF_8))),
                encoded(fingerprint(request)));
    }

    private static String who(HttpServletRequest request) {
        if (request.getAttribute(Applicant.class.getName()) instanceof Applicant applicant) {
            return "capability:" + applicant.capability();
        }
        Caller caller = RequestAudit.of(request).callerIfKnown();
        return caller == null ? "service" : "person:" + caller.id();
    }

    private byte[] fingerprint(HttpServletRequest request) {
        byte[] route = (request.getMethod() + " " + request.getRequestURI()).getBytes(UTF_8);
        return CachedCommandBody.of(request).map(body -> credential.keyed("command", route, body))
                .orElseGet(() -> credential.keyed("upload", route, header(request, "Content-Length"),
                        header(request, "Content-Type"), header(request, "Refugio-File-Name")));
    }

    private static byte[] header(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "").getBytes(UTF_8);
    }

    private static String encoded(byte[] digest) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
