package org.postmortemflow.readership.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.postmortemflow.readership.Readership;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Answers whatever is under the address of a private postmortem as if there were none, except to those who may read it: pages
 * and REST, reading and writing, whichever room brings them.
 */
@Configuration(proxyBeanMethods = false)
class PrivateDoor implements WebMvcConfigurer, HandlerInterceptor {

    private static final String ID = "postmortem";
    private static final List<PathPattern> BEHIND =
            List.of(pattern("/postmortems/{postmortem}/**"), pattern("/api/postmortems/{postmortem}/**"));

    private final Readership readership;

    PrivateDoor(Readership readership) {
        this.readership = readership;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod)) {
            return true; // nothing of ours is there: it answers 404 by itself
        }
        Principal principal = request.getUserPrincipal();
        PathContainer path =
                ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
        postmortem(path).ifPresent(id -> {
            if (principal == null || !readership.mayRead(id, new PersonId(principal.getName()))) {
                // the same words as for an id that names nothing
                throw new NoSuchElementException("No postmortem " + id);
            }
        });
        return true;
    }

    private static Optional<PostmortemId> postmortem(PathContainer path) {
        return BEHIND.stream()
                .map(pattern -> pattern.matchAndExtract(path))
                .filter(java.util.Objects::nonNull)
                .map(match -> match.getUriVariables().getOrDefault(ID, ""))
                .findFirst()
                .flatMap(PrivateDoor::parse);
    }

    private static Optional<PostmortemId> parse(String id) {
        try {
            return Optional.of(PostmortemId.parse(id));
        } catch (IllegalArgumentException namesNothing) {
            return Optional.empty();
        }
    }

    private static PathPattern pattern(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }
}
