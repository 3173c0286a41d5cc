package org.postmortemflow.attachment.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A request that the server does not read at all loses its fields, the token against forged requests among them; it would be
 * answered as forged. This leads back to the page, which says what was wrong. Stands before sign-in, and changes nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class TooLargeToRead extends OncePerRequestFilter {

    static final String PARAMETER = "too-large";

    private static final RequestMatcher UPLOADS =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, AttachmentPage.ADDRESS);

    private final long most;

    TooLargeToRead(MultipartProperties multipart) {
        this.most = Math.min(
                multipart.getMaxRequestSize().toBytes(),
                multipart.getMaxFileSize().toBytes());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getContentLengthLong() <= most || !UPLOADS.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, request.getRequestURI() + "?" + PARAMETER + "=true");
    }
}
