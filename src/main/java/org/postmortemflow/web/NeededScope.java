package org.postmortemflow.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.stream.Stream;
import org.postmortemflow.access.Scope;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Which scope a token needs at which address. What is not named here is reading or changing, also what is added later. */
final class NeededScope {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final RequestMatcher ADMIN =
            new OrRequestMatcher(Stream.of("/api/outbox/**", "/api/*/rebuild", "/api/*/*/rebuild")
                    .<RequestMatcher>map(withDefaults()::matcher)
                    .toList());

    private static final RequestMatcher CALENDAR_REPLIES =
            withDefaults().matcher(HttpMethod.POST, "/api/calendar/replies");

    private NeededScope() {}

    static Scope of(HttpServletRequest request) {
        if (Doors.METRICS.matches(request)) {
            return Scope.METRICS;
        }
        if (ADMIN.matches(request)) {
            return Scope.ADMIN;
        }
        if (CALENDAR_REPLIES.matches(request)) {
            return Scope.CALENDAR_REPLIES;
        }
        return READING.contains(request.getMethod()) ? Scope.READ : Scope.WRITE;
    }
}
