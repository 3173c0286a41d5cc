package org.postmortemflow.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.audit.AuditKind;
import org.postmortemflow.audit.AuditLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;

/** Sign-in with OpenID Connect, where a provider is set: code flow with PKCE, state and nonce; sign-out there as well. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${postmortem.oidc.issuer:}'.isBlank()")
class SignInAtProvider {

    /** As it stands in the address that the provider leads back to: {@code /login/oauth2/code/organisation}. */
    static final String REGISTRATION = "organisation";

    private static final Logger LOG = LoggerFactory.getLogger(SignInAtProvider.class);

    /** Reads what the provider says of itself when somebody first signs in: it may be down while we start. */
    @Bean
    ClientRegistrationRepository providers(OidcSettings settings) {
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(registration(settings)));
    }

    private static ClientRegistration registration(OidcSettings settings) {
        return ClientRegistrations.fromIssuerLocation(settings.issuer())
                .registrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(
                        settings.clientSecret().isBlank()
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .scope(settings.scopes())
                .build();
    }

    /** We never call the provider in a person's name: what would let us is thrown away. */
    @Bean
    OAuth2AuthorizedClientRepository nothingKept() {
        return new OAuth2AuthorizedClientRepository() {
            @Override
            public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                    String registration, Authentication who, HttpServletRequest request) {
                return null;
            }

            @Override
            public void saveAuthorizedClient(
                    OAuth2AuthorizedClient client,
                    Authentication who,
                    HttpServletRequest request,
                    HttpServletResponse response) {}

            @Override
            public void removeAuthorizedClient(
                    String registration,
                    Authentication who,
                    HttpServletRequest request,
                    HttpServletResponse response) {}
        };
    }

    /** What the chain of persons adds for it. */
    @Bean
    Customizer<OAuth2LoginConfigurer<HttpSecurity>> loginAtProvider(
            ClientRegistrationRepository providers, ProviderPersons persons, AuditLog audit) {
        DefaultOAuth2AuthorizationRequestResolver requests = new DefaultOAuth2AuthorizationRequestResolver(
                providers, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return login -> login.loginPage(Doors.LOGIN)
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests))
                .userInfoEndpoint(endpoint -> endpoint.oidcUserService(persons))
                .failureHandler((request, response, why) -> refused(request, response, why, audit));
    }

    @Bean
    LogoutSuccessHandler logoutAtProvider(
            ClientRegistrationRepository providers,
            @Value("${postmortem.public-url:http://localhost:8080}") String publicUrl) {
        OidcClientInitiatedLogoutSuccessHandler handler = new OidcClientInitiatedLogoutSuccessHandler(providers);
        handler.setPostLogoutRedirectUri(publicUrl + Doors.LOGIN + "?why=left");
        handler.setDefaultTargetUrl(Doors.LOGIN + "?why=left");
        return handler;
    }

    private static void refused(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why, AuditLog audit)
            throws IOException {
        boolean unknown = why instanceof OAuth2AuthenticationException refusal
                && ProviderPersons.UNKNOWN.equals(refusal.getError().getErrorCode());
        LOG.warn("Sign-in at the provider refused: {}", why.getMessage());
        audit.record(
                AuditKind.SIGN_IN_FAILED,
                null,
                unknown
                        ? "at the provider, by somebody who is not in the organisation file"
                        : "at the provider: its answer was not valid");
        response.sendRedirect(request.getContextPath() + Doors.LOGIN + (unknown ? "?why=unknown" : "?why=provider"));
    }
}
