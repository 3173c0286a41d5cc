package org.postmortemflow.signin;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Webhooks and REST: no session, so nothing that a forged request could ride on. */
@Configuration(proxyBeanMethods = false)
class SignInForPrograms {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** A browser keeps Basic credentials and would send them along with another site's form. */
    private static final RequestMatcher FROM_ANOTHER_SITE = request ->
            !READING.contains(request.getMethod()) && "cross-site".equals(request.getHeader("Sec-Fetch-Site"));

    @Bean
    @Order(1)
    SecurityFilterChain webhooks(HttpSecurity http, LimitSettings limits) throws Exception {
        return stateless(http)
                .securityMatcher(Doors.WEBHOOKS)
                .addFilterAfter(new RefusedWebhooks(limits), SecurityContextHolderFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain rest(HttpSecurity http, BasicDoor basic, TokenSignIn tokens, ProblemAnswers problems)
            throws Exception {
        return programs(http, Doors.REST, basic, tokens, problems);
    }

    @Bean
    @Order(3)
    SecurityFilterChain monitors(HttpSecurity http, BasicDoor basic, TokenSignIn tokens, ProblemAnswers problems)
            throws Exception {
        return signedIn(stateless(http), basic, tokens, problems)
                .securityMatcher(Doors.MONITORS)
                .authorizeHttpRequests(requests -> requests.anyRequest().access(TokenSignIn::allowsOperator))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain engineRest(HttpSecurity http, BasicDoor basic, TokenSignIn tokens, ProblemAnswers problems)
            throws Exception {
        return programs(http, Doors.ENGINE_REST, basic, tokens, problems);
    }

    /** Read by programs and by persons in the session that they have. */
    @Bean
    @Order(5)
    SecurityFilterChain descriptionOfRest(
            HttpSecurity http, BasicDoor basic, TokenSignIn tokens, ProblemAnswers problems) throws Exception {
        return signedIn(http, basic, tokens, problems)
                .securityMatcher(Doors.API_DESCRIPTION)
                .headers(Headers::programs)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    private static SecurityFilterChain programs(
            HttpSecurity http, RequestMatcher addresses, BasicDoor basic, TokenSignIn tokens, ProblemAnswers problems)
            throws Exception {
        return signedIn(stateless(http), basic, tokens, problems)
                .securityMatcher(addresses)
                .authorizeHttpRequests(requests -> requests.requestMatchers(FROM_ANOTHER_SITE)
                        .denyAll()
                        .anyRequest()
                        .access(TokenSignIn::allows))
                .build();
    }

    /** With an access token or, where that is open, with Basic; who is told no is told why. */
    private static HttpSecurity signedIn(
            HttpSecurity http, BasicDoor basic, TokenSignIn tokens, ProblemAnswers problems) throws Exception {
        basic.in(http, problems);
        return http.oauth2ResourceServer(bearer -> bearer.opaqueToken(opaque -> opaque.introspector(tokens))
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems));
    }

    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(Headers::programs)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }
}
