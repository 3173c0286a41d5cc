package org.postmortemflow.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads back to the form, which says why and has the name that was typed: kept in the session, since addresses end up in logs. */
final class RefusedSignIn implements AuthenticationFailureHandler {

    private static final String NAME = RefusedSignIn.class.getName() + ".name";
    private static final String WAIT = RefusedSignIn.class.getName() + ".wait";
    private static final int LONGEST = 100;

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        HttpSession session = request.getSession();
        String typed = String.valueOf(request.getParameter("username"));
        session.setAttribute(NAME, typed.substring(0, Math.min(LONGEST, typed.length())));
        boolean slow = why instanceof TooManyGuesses;
        if (why instanceof TooManyGuesses tooMany) {
            session.setAttribute(WAIT, tooMany.secondsToWait());
        }
        response.sendRedirect(request.getContextPath() + Doors.LOGIN + (slow ? "?why=slow" : "?why=failed"));
    }

    /** What was typed before, once. */
    static String name(HttpServletRequest request) {
        return take(request, NAME) instanceof String name ? name : "";
    }

    /** Seconds to wait, once. */
    static long secondsToWait(HttpServletRequest request) {
        return take(request, WAIT) instanceof Long seconds ? seconds : 1;
    }

    private static @Nullable Object take(HttpServletRequest request, String attribute) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return null;
        }
        Object value = session.getAttribute(attribute);
        session.removeAttribute(attribute);
        return value;
    }
}
