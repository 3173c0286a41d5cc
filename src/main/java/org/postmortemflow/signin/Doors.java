package org.postmortemflow.signin;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The addresses that sign-in treats differently. Always path patterns: matchers from plain text silently miss the engine's
 * own servlets.
 */
final class Doors {

    static final String LOGIN = "/login";

    /** Checked by signature where they are read. */
    static final RequestMatcher WEBHOOKS = paths("/webhooks/**");

    /** Ours, for programs. */
    static final RequestMatcher REST = paths("/api/**");

    /** The engine's, for programs: its own scope, because the others mean nothing there. */
    static final RequestMatcher ENGINE_REST = paths("/engine-rest/**");

    /** Figures for a monitor. */
    static final RequestMatcher METRICS = paths("/actuator/prometheus", "/actuator/metrics/**");

    /** A monitor that says who it is; persons look at the same in the session that they have. */
    static final RequestMatcher MONITORS =
            new AndRequestMatcher(METRICS, request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null);

    static final RequestMatcher API_DESCRIPTION = paths("/v3/api-docs/**", "/v3/api-docs.yaml");

    static final RequestMatcher OPEN = paths(
            LOGIN,
            "/app.css",
            "/document.css",
            "/favicon.svg",
            "/actuator/health/**",
            // opened by the secret in the address
            "/calendar/*.ics",
            "/unsubscribe/*");

    /** What the machinery tells of itself, but its health. */
    static final RequestMatcher OPERATORS = paths("/actuator/**");

    /** Mail programs post here without having read a page (RFC 8058); the secret in the address is what lets them. */
    static final RequestMatcher UNSUBSCRIBE = paths("/unsubscribe/*");

    /** The engine's web applications; they check their own token against forged requests. */
    static final RequestMatcher ENGINE_PAGES = paths("/camunda/**");

    static final RequestMatcher ENGINE_PAGES_API = paths("/camunda/api/**");

    /**
     * Nobody: the set-up makes anybody an administrator (CVE-2026-77226), and the engine's own sign-in would stand beside ours.
     */
    static final RequestMatcher WALLED_UP =
            paths("/camunda/api/admin/setup/**", "/camunda/api/admin/auth/user/{engine}/login/**");

    static final RequestMatcher ENGINE_LOGOUT =
            withDefaults().matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout");

    static final RequestMatcher LOGOUT =
            new OrRequestMatcher(withDefaults().matcher(HttpMethod.POST, "/logout"), ENGINE_LOGOUT);

    private Doors() {}

    private static RequestMatcher paths(String... patterns) {
        return new OrRequestMatcher(
                Stream.of(patterns).<RequestMatcher>map(withDefaults()::matcher).toList());
    }
}
