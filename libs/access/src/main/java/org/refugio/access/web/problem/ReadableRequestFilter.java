package org.refugio.access.web.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rejects requests whose parameters cannot be read. Tomcat reads them at the first question for one, which may be
 * anywhere in the chain, and then fails; for a form it also consumes the body, which a service reads itself.
 */
public final class ReadableRequestFilter extends OncePerRequestFilter {

    private final RejectedRequests rejected;
    private final PageRequests pages;

    public ReadableRequestFilter(RejectedRequests rejected, PageRequests pages) {
        this.rejected = rejected;
        this.pages = pages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isReadable(request.getQueryString())) {
            reject(request, response, StandardProblem.BAD_REQUEST);
        } else if (isForm(request) && !pages.includes(request) || hasTypeRange(request)) {
            reject(request, response, StandardProblem.UNSUPPORTED_MEDIA_TYPE);
        } else {
            try {
                chain.doFilter(request, response);
            } catch (ServletException | RuntimeException e) {
                StandardProblem problem = StandardProblem.ofException(e);
                if (problem.status().is5xxServerError() || response.isCommitted()) {
                    throw e;
                }
                reject(request, response, problem);
            }
        }
    }

    /** Who writes the response asks for parameters too; Tomcat fails at the first question only. */
    private void reject(HttpServletRequest request, HttpServletResponse response, StandardProblem problem)
            throws IOException {
        try {
            request.getParameterMap();
        } catch (InvalidParameterException _) {
            // this is why it is rejected
        }
        rejected.answer(request, response, problem);
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.strip().toLowerCase(Locale.ROOT)
                .matches("(application/x-www-form-urlencoded|multipart/form-data)\\s*(;.*)?");
    }

    /** A range such as application/* is no type of a body; Spring fails when it reads such a request. */
    private static boolean hasTypeRange(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.split(";", 2)[0].contains("*");
    }

    /** Whether every escape is complete and the bytes are UTF-8. */
    private static boolean isReadable(String query) {
        if (query == null || query.indexOf('%') < 0) {
            return true;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(query.length());
        for (int at = 0; at < query.length(); at++) {
            char each = query.charAt(at);
            if (each != '%') {
                bytes.write(each);
            } else if (at + 2 < query.length() && isHex(query.charAt(at + 1)) && isHex(query.charAt(at + 2))) {
                bytes.write(Integer.parseInt(query, at + 1, at + 3, 16));
                at += 2;
            } else {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean isHex(char digit) {
        return digit < 0x80 && Character.digit(digit, 16) >= 0;
    }
}
