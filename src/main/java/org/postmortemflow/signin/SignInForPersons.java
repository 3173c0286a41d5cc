package org.postmortemflow.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/** One sign-in with a form for our pages, Tasklist, Cockpit and Admin. */
@Configuration(proxyBeanMethods = false)
class SignInForPersons {

    /** Scripts and styles only from our own files, none in a page; images as well, so that reading a page calls nobody. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self'; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    @Order(10)
    SecurityFilterChain persons(HttpSecurity http) throws Exception {
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
                .formLogin(form -> form.loginPage(Doors.LOGIN).failureUrl(Doors.LOGIN + "?why=failed"))
                .logout(logout ->
                        logout.logoutRequestMatcher(Doors.LOGOUT).logoutSuccessHandler(SignInForPersons::loggedOut))
                .csrf(csrf -> csrf.ignoringRequestMatchers(Doors.ENGINE_PAGES, Doors.UNSUBSCRIBE))
                .requestCache(cache -> cache.requestCache(pagesToReturnTo()))
                .exceptionHandling(failures ->
                        failures.authenticationEntryPoint(signInFirst()).accessDeniedHandler(SignInForPersons::denied))
                .headers(headers -> headers.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(Doors.ENGINE_PAGES),
                                new ContentSecurityPolicyHeaderWriter(CONTENT_SECURITY_POLICY)))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
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
    private static void loggedOut(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        if (Doors.ENGINE_LOGOUT.matches(request)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            response.sendRedirect(request.getContextPath() + Doors.LOGIN + "?why=left");
        }
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
