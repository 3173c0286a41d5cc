package org.postmortemflow.signin;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Slows down an address that sends webhooks without a valid signature. */
final class RefusedWebhooks extends OncePerRequestFilter {

    private final Buckets refused;

    RefusedWebhooks(LimitSettings settings) {
        refused = new Buckets(settings.refusedWebhooks(), Duration.ofMinutes(1), TimeMeter.SYSTEM_NANOTIME);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = Guesses.network(request.getRemoteAddr());
        long wait = refused.secondsToWait(address);
        if (wait > 0) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            refused.take(address);
        }
    }
}
