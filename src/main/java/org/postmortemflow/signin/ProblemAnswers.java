package org.postmortemflow.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.postmortemflow.access.Scope;
import org.postmortemflow.web.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** What programs are told before they reach REST: who are you (401), and you may not (403), as problem+json like the rest. */
@Component
class ProblemAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final String REALM = "realm=\"Postmortem Flow\"";

    private final ProblemWriter problems;
    private final BasicDoor basic;

    ProblemAnswers(ProblemWriter problems, BasicDoor basic) {
        this.problems = problems;
        this.basic = basic;
    }

    /** RFC 6750 §3: a token that opens nothing is said to be one; with nothing at all, both ways in are shown. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof TooManyGuesses tooMany) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.secondsToWait()));
            answer(
                    request,
                    response,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "There were too many wrong passwords or tokens from this address. Please try again in "
                            + TooManyGuesses.inWords(tooMany.secondsToWait()) + ".");
            return;
        }
        if (broughtToken(request)) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer " + REALM + ", error=\"invalid_token\"");
            answer(
                    request,
                    response,
                    HttpStatus.UNAUTHORIZED,
                    "This access token is unknown, revoked or expired. Its owner can make another under"
                            + " /settings/tokens.");
            return;
        }
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer " + REALM);
        // a browser would ask for a password where a script wants to say something itself
        if (basic.isOpen() && !"XMLHttpRequest".equals(request.getHeader("X-Requested-With"))) {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic " + REALM);
        }
        answer(
                request,
                response,
                HttpStatus.UNAUTHORIZED,
                basic.isOpen()
                        ? "Please sign in: with an access token, or with HTTP Basic and your id and password."
                        : "Please sign in with an access token. You can make one under /settings/tokens.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && TokenSignIn.lacksScope(who, request)) {
            Scope needed = TokenSignIn.neededFor(request);
            response.addHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer " + REALM + ", error=\"insufficient_scope\", scope=\"" + needed.key() + "\"");
            ProblemDetail problem = problem(
                    request,
                    HttpStatus.FORBIDDEN,
                    "This needs an access token with the scope \"" + needed.key() + "\".");
            problem.setProperty("scope", needed.key());
            problems.write(response, problem);
            return;
        }
        answer(request, response, HttpStatus.FORBIDDEN, "This is not permitted.");
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        problems.write(response, problem(request, status, detail));
    }

    private static ProblemDetail problem(HttpServletRequest request, HttpStatus status, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setInstance(URI.create(request.getRequestURI()));
        return problem;
    }

    private static boolean broughtToken(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, "Bearer ".length());
    }
}
