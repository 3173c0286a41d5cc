package org.postmortemflow.signin;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** How often one person may do what costs the machine most, by page and by REST together: 429 with {@code Retry-After} beyond. */
@Component
class Limits implements WebMvcConfigurer, HandlerInterceptor {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private record Limit(String method, List<PathPattern> paths, Buckets buckets) {

        boolean covers(String asked, PathContainer path) {
            return method.equals(asked) && paths.stream().anyMatch(pattern -> pattern.matches(path));
        }
    }

    private final List<Limit> limits;

    Limits(LimitSettings settings) {
        limits = List.of(
                limit("GET", settings.search(), "/search", "/api/search"),
                limit(
                        "GET",
                        settings.exports(),
                        "/postmortems/{id}/export.{form}",
                        "/api/postmortems/{id}/export",
                        "/{list}.csv",
                        "/admin/{list}.csv",
                        "/postmortems/{id}/{list}.csv",
                        "/api/postmortems/{id}/{list}.csv",
                        "/dashboard/review.md"),
                limit("POST", settings.imports(), "/import", "/api/postmortems/import"));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Principal person = request.getUserPrincipal();
        PathContainer path =
                ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
        for (Limit limit : limits) {
            if (person != null && limit.covers(request.getMethod(), path)) {
                refuse(limit.buckets().tryTake(person.getName()));
            }
        }
        return true;
    }

    private static void refuse(long wait) {
        if (wait > 0) {
            ErrorResponseException tooMany = new ErrorResponseException(
                    HttpStatus.TOO_MANY_REQUESTS,
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "This was asked for very often in the last minute. Please wait "
                                    + TooManyGuesses.inWords(wait) + "."),
                    null);
            tooMany.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(wait));
            throw tooMany;
        }
    }

    private static Limit limit(String method, int perMinute, String... paths) {
        return new Limit(
                method,
                Stream.of(paths).map(PathPatternParser.defaultInstance::parse).toList(),
                new Buckets(perMinute, MINUTE, TimeMeter.SYSTEM_NANOTIME));
    }
}
