package org.postmortemflow.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends sessions that have lasted too long, and those of persons who have left the organisation file meanwhile. */
final class SessionRules extends OncePerRequestFilter {

    private final Organisation organisation;
    private final Duration longest;

    SessionRules(Organisation organisation, Duration longest) {
        this.organisation = organisation;
        this.longest = longest;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null && (isTooOld(session) || isOfNobody())) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    /** Both times are the machine's, whatever the demo's clock says. */
    private boolean isTooOld(HttpSession session) {
        return session.getLastAccessedTime() - session.getCreationTime() > longest.toMillis();
    }

    private boolean isOfNobody() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null
                && !(who instanceof AnonymousAuthenticationToken)
                && organisation.person(new PersonId(who.getName())).isEmpty();
    }
}
