package org.postmortemflow.process.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** The engine's REST acts with the rights of the person who asks. */
final class EngineRestSignIn extends OncePerRequestFilter {

    private final ProcessEngine engine;

    EngineRestSignIn(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String person = SpringSignIn.person();
        if (person == null) {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        try {
            engine.getIdentityService().setAuthentication(person, SpringSignIn.groupsOf(person, engine));
            chain.doFilter(request, response);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
