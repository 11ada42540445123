package org.refugio.console.login;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.refugio.access.web.security.IdentityProviderRequests;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.RequestEntity;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.userinfo.DefaultOAuth2UserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** The clients of the identity provider, all with time limits; those of the library wait without one. */
@Configuration
class IdentityProviderClients {

    private static RestClient tokenEndpoint() {
        return RestClient.builder().requestFactory(IdentityProviderRequests.factory())
                .configureMessageConverters(converters -> converters.addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build();
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeClient() {
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(tokenEndpoint());
        return client;
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshClient() {
        RestClientRefreshTokenTokenResponseClient client = new RestClientRefreshTokenTokenResponseClient();
        client.setRestClient(tokenEndpoint());
        return client;
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokenDecoders() {
        Map<String, NimbusJwtDecoder> decoders = new ConcurrentHashMap<>();
        return registration -> decoders.computeIfAbsent(registration.getRegistrationId(),
                _ -> idTokenDecoder(registration));
    }

    private static NimbusJwtDecoder idTokenDecoder(ClientRegistration registration) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(registration.getProviderDetails().getJwkSetUri())
                .restOperations(IdentityProviderRequests.operations()).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(),
                new OidcIdTokenValidator(registration)));
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }

    @Bean
    OAuth2UserService<OidcUserRequest, OidcUser> users() {
        RestTemplate requests = new RestTemplate(IdentityProviderRequests.factory());
        requests.setErrorHandler(new OAuth2ErrorResponseErrorHandler());
        DefaultOAuth2UserService attributes = new DefaultOAuth2UserService();
        attributes.setRestOperations(requests);
        OidcUserService users = new OidcUserService();
        users.setOauth2UserService(attributes);
        return users;
    }

    /**
     * The metadata of the provider, at its well-known address.
     *
     * @throws IllegalStateException when they are those of another issuer
     */
    static Map<String, Object> metadata(String issuer) {
        Map<String, Object> metadata = IdentityProviderRequests.operations()
                .exchange(RequestEntity.get(issuer + "/.well-known/openid-configuration").build(),
                        new ParameterizedTypeReference<Map<String, Object>>() {
                        })
                .getBody();
        if (metadata == null || !issuer.equals(metadata.get("issuer"))) {
            throw new IllegalStateException("The metadata of the identity provider are not those of " + issuer);
        }
        return metadata;
    }
}
