package org.postmortemflow.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Says 400 where filters and the server's own readers stumble over a request before a controller could say what is wrong: parts
 * without a boundary, a form with broken escapes, a file name that is none. Stands before the others, and answers by itself: the
 * error page would stumble over the same request.
 */
@Configuration(proxyBeanMethods = false)
class UnreadableRequests {

    private static final List<Class<? extends Throwable>> UNREADABLE =
            List.of(MultipartException.class, HttpMessageNotReadableException.class, InvalidFileNameException.class);

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> unreadableRequestsFilter(ProblemWriter problems) {
        FilterRegistrationBean<OncePerRequestFilter> first = new FilterRegistrationBean<>(new First(problems));
        first.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return first;
    }

    /** An error page has no use for files, and would stumble over the very parts that it answers. */
    @Bean(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
    MultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver() {
            @Override
            public boolean isMultipart(HttpServletRequest request) {
                return request.getDispatcherType() != DispatcherType.ERROR && super.isMultipart(request);
            }
        };
    }

    private static final class First extends OncePerRequestFilter {

        private final ProblemWriter problems;

        First(ProblemWriter problems) {
            this.problems = problems;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String type = request.getContentType();
            // nobody sends every kind of body at once; Spring fails on it while it looks for a reader
            if (type != null && type.split(";", 2)[0].contains("*")) {
                refuse(request, response);
                return;
            }
            try {
                chain.doFilter(request, response);
            } catch (ServletException | RuntimeException failure) {
                if (response.isCommitted() || !isUnreadable(failure)) {
                    throw failure;
                }
                response.reset();
                refuse(request, response);
            }
        }

        private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (request.getRequestURI().startsWith("/api/")) {
                problems.unreadable(response);
                return;
            }
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            response.setContentType(MediaType.TEXT_PLAIN_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getWriter().write("This request cannot be read.");
        }

        private static boolean isUnreadable(Exception failure) {
            return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                    .anyMatch(cause -> UNREADABLE.stream().anyMatch(kind -> kind.isInstance(cause)));
        }
    }
}
