package org.postmortemflow.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartException;

/**
 * A request that the server does not read at all loses its fields, the token against forged requests among them; it would be
 * answered as forged. This leads back to the page, which is told by {@code ?unread=too-large} or {@code too-many} and says what was
 * wrong. Stands before sign-in, and changes nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class UnreadUpload extends OncePerRequestFilter {

    /** Pages that take files. */
    private static final RequestMatcher UPLOADS = new OrRequestMatcher(
            withDefaults().matcher(HttpMethod.POST, "/postmortems/{id}/attachments"),
            withDefaults().matcher(HttpMethod.POST, "/import"));

    private static final String PARAMETER = "unread";
    private static final String TOO_LARGE = "too-large";
    private static final String TOO_MANY = "too-many";

    private final long most;

    UnreadUpload(MultipartProperties multipart) {
        this.most = Math.min(
                multipart.getMaxRequestSize().toBytes(),
                multipart.getMaxFileSize().toBytes());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !UPLOADS.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > most) {
            leadBack(request, response, TOO_LARGE);
        } else if (hasTooManyParts(request)) {
            leadBack(request, response, TOO_MANY);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Reads the request as the check for the token does next, who would not say what is wrong. */
    private static boolean hasTooManyParts(HttpServletRequest request) throws IOException {
        try {
            request.getParts();
            return false;
        } catch (IllegalStateException tooMany) {
            return true;
        } catch (FileUploadException broken) {
            throw new MultipartException("The parts cannot be told apart", broken);
        } catch (ServletException noParts) {
            return false;
        }
    }

    private static void leadBack(HttpServletRequest request, HttpServletResponse response, String why) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, request.getRequestURI() + "?" + PARAMETER + "=" + why);
    }
}
