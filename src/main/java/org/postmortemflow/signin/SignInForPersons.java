package org.postmortemflow.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.postmortemflow.people.Organisation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.filter.OrderedRequestContextFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** One sign-in, with a form or at the organisation's provider, for our pages, Tasklist, Cockpit and Admin. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SignInSettings.class, LimitSettings.class, OidcSettings.class})
class SignInForPersons {

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** Before sign-in, which notes where a request comes from; the engine's REST would bring it only behind. */
    @Bean
    OrderedRequestContextFilter requestContextFilter() {
        return new OrderedRequestContextFilter();
    }

    @Bean
    @Order(10)
    SecurityFilterChain persons(
            HttpSecurity http,
            SignInSettings settings,
            OidcSettings provider,
            Organisation organisation,
            ObjectProvider<Customizer<OAuth2LoginConfigurer<HttpSecurity>>> atProvider,
            ObjectProvider<LogoutSuccessHandler> logoutAtProvider)
            throws Exception {
        if (settings.passwordForm()) {
            http.formLogin(form -> form.loginPage(Doors.LOGIN).failureHandler(new RefusedSignIn()));
        }
        for (Customizer<OAuth2LoginConfigurer<HttpSecurity>> login :
                atProvider.stream().toList()) {
            http.oauth2Login(login);
        }
        LogoutSuccessHandler loggedOut = logoutAtProvider.getIfAvailable(SignInForPersons::toTheForm);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(Doors.WALLED_UP)
                        .denyAll()
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(Doors.OPEN)
                        .permitAll()
                        .requestMatchers(Doors.OPERATORS)
                        .hasRole("ADMIN")
                        .anyRequest()
                        .authenticated())
                .logout(logout -> logout.logoutRequestMatcher(Doors.LOGOUT).logoutSuccessHandler(quietly(loggedOut)))
                .csrf(csrf -> csrf.ignoringRequestMatchers(Doors.ENGINE_PAGES, Doors.UNSUBSCRIBE))
                .requestCache(cache -> cache.requestCache(pagesToReturnTo()))
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(signInFirst()).accessDeniedHandler(SignInForPersons::denied))
                .headers(headers -> Headers.pages(headers, provider.issuer()))
                .addFilterAfter(
                        new SessionRules(organisation, settings.longestSession()), SecurityContextHolderFilter.class)
                .build();
    }

    /** After sign-in a person comes back to a page, never to something that a page had asked for. */
    private static HttpSessionRequestCache pagesToReturnTo() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request -> "GET".equals(request.getMethod())
                && String.valueOf(request.getHeader("Accept")).contains("text/html")
                && !Doors.ENGINE_PAGES_API.matches(request));
        return cache;
    }

    private static AuthenticationEntryPoint signInFirst() {
        AuthenticationEntryPoint form = new LoginUrlAuthenticationEntryPoint(Doors.LOGIN);
        AuthenticationEntryPoint status = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
        return (request, response, why) ->
                (Doors.ENGINE_PAGES_API.matches(request) ? status : form).commence(request, response, why);
    }

    /** Tasklist asks from its script and goes to our page by itself. */
    private static LogoutSuccessHandler quietly(LogoutSuccessHandler handler) {
        return (request, response, who) -> {
            if (Doors.ENGINE_LOGOUT.matches(request)) {
                response.setStatus(HttpStatus.NO_CONTENT.value());
            } else {
                handler.onLogoutSuccess(request, response, who);
            }
        };
    }

    private static LogoutSuccessHandler toTheForm() {
        return (request, response, who) -> response.sendRedirect(request.getContextPath() + Doors.LOGIN + "?why=left");
    }

    /** A form that was open for longer than the session is answered with the sign-in, not with a riddle. */
    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        boolean sessionIsOver = why instanceof CsrfException
                && SecurityContextHolder.getContext().getAuthentication() == null;
        if (sessionIsOver) {
            response.sendRedirect(request.getContextPath() + Doors.LOGIN + "?why=expired");
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }
}
