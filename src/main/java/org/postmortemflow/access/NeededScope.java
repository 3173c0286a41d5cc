package org.postmortemflow.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which scope a token needs at which address. What is not named here is reading or changing, also what is added later. */
public final class NeededScope {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<PathPattern> ENGINE = patterns("/engine-rest/**");
    private static final List<PathPattern> METRICS = patterns("/actuator/**");
    private static final List<PathPattern> ADMIN =
            patterns("/api/outbox/**", "/api/*/rebuild", "/api/*/*/rebuild", "/api/admin/**");
    private static final List<PathPattern> CALENDAR_REPLIES = patterns("/api/calendar/replies");

    private NeededScope() {}

    /** @param path of an address as it came in, or an operation's pattern with variables in it */
    public static Scope of(String method, String path) {
        return of(method, PathContainer.parsePath(path));
    }

    public static Scope of(String method, PathContainer path) {
        if (isOneOf(ENGINE, path)) {
            return Scope.ENGINE;
        }
        if (isOneOf(METRICS, path)) {
            return Scope.METRICS;
        }
        if (isOneOf(ADMIN, path)) {
            return Scope.ADMIN;
        }
        if (isOneOf(CALENDAR_REPLIES, path)) {
            return Scope.CALENDAR_REPLIES;
        }
        return READING.contains(method) ? Scope.READ : Scope.WRITE;
    }

    private static boolean isOneOf(List<PathPattern> patterns, PathContainer path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static List<PathPattern> patterns(String... patterns) {
        return Stream.of(patterns).map(PathPatternParser.defaultInstance::parse).toList();
    }
}
