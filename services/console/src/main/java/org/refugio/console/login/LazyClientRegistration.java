package org.refugio.console.login;

import org.refugio.console.ConsoleSettings;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;

/**
 * Loads the metadata of the identity provider at the first sign-in, so that the console does not wait for it at start.
 */
@Component
final class LazyClientRegistration implements ClientRegistrationRepository {

    static final String ID = "refugio";

    private final String issuer;
    private final ConsoleSettings settings;
    private volatile ClientRegistration known;

    LazyClientRegistration(Environment environment, ConsoleSettings settings) {
        this.issuer = environment.getRequiredProperty("refugio.issuer");
        this.settings = settings;
    }

    @Override
    public ClientRegistration findByRegistrationId(String id) {
        if (!ID.equals(id)) {
            return null;
        }
        if (known == null) {
            known = ClientRegistrations.fromOidcConfiguration(IdentityProviderClients.metadata(issuer))
                    .registrationId(ID).clientId(settings.clientId())
                    .clientAuthenticationMethod(ClientAuthenticationMethod.NONE).scope("openid", "profile")
                    .userNameAttributeName("sub").build();
        }
        return known;
    }

    String issuerOrigin() {
        java.net.URI uri = java.net.URI.create(issuer);
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
