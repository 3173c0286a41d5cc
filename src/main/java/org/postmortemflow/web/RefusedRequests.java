package org.postmortemflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Requests that are turned away before anybody looks at them: addresses that only attackers write, and parameters with the character
 * NUL, which PostgreSQL does not store. In JSON, {@link NoNul} refuses it.
 */
@Configuration(proxyBeanMethods = false)
class RefusedRequests {

    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    /** Says so in the form that the address speaks. */
    @Bean
    RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
        return (request, response, why) -> refuse(request, response, why, problems);
    }

    private static void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            RequestRejectedException why,
            ProblemWriter problems)
            throws IOException {
        if (request.getRequestURI().startsWith("/api/")) {
            problems.unreadable(response);
        } else {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        }
    }
}
