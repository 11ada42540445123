package org.refugio.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.refugio.access.Caller;
import org.refugio.access.MembershipProvider;
import org.refugio.access.audit.AuditEntry;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;

/** Determines the user with a valid token, so that roles are current and not those of the sign-in. */
@Component
final class StaffUserArgumentResolver {

    private final OAuth2AuthorizedClientManager clients;
    private final JwtDecoder decoder;
    private final MembershipProvider memberships;
    private final PageAudit audit;

    StaffUserArgumentResolver(OAuth2AuthorizedClientManager clients, JwtDecoder decoder, MembershipProvider memberships,
            PageAudit audit) {
        this.clients = clients;
        this.decoder = decoder;
        this.memberships = memberships;
        this.audit = audit;
    }

    StaffUser of(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(StaffUser.ATTRIBUTE) instanceof StaffUser known) {
            return known;
        }
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        if (person == null || !(person.getPrincipal() instanceof OidcUser user)) {
            throw new InsufficientAuthenticationException("Nobody is signed in");
        }
        String token = token(person, request, response);
        Jwt jwt = decoder.decode(token);
        String name = user.getFullName() != null ? user.getFullName() : user.getPreferredUsername();
        StaffUser staff = new StaffUser(new Caller(jwt.getSubject(), memberships.of(jwt),
                (permission, office, verdict) -> audit.checked(request, jwt.getSubject(), permission, office,
                        AuditEntry.Outcome.of(verdict))),
                name == null ? "" : name, token);
        request.setAttribute(StaffUser.ATTRIBUTE, staff);
        return staff;
    }

    private String token(Authentication person, HttpServletRequest request, HttpServletResponse response) {
        try {
            OAuth2AuthorizedClient client = clients
                    .authorize(
                            OAuth2AuthorizeRequest.withClientRegistrationId(LazyClientRegistration.ID).principal(person)
                                    .attribute(HttpServletRequest.class.getName(), request)
                                    .attribute(HttpServletResponse.class.getName(), response).build());
            if (client != null) {
                return client.getAccessToken().getTokenValue();
            }
        } catch (ClientAuthorizationException e) {
            // the session at the identity provider has ended
        }
        if (request.getSession(false) != null) {
            request.getSession(false).invalidate();
        }
        SecurityContextHolder.clearContext();
        throw new InsufficientAuthenticationException("The sign-in has ended");
    }
}
