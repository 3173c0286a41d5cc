package org.postmortemflow.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one sign-in, for our pages and the engine's. Spring Security takes the answer at the same address. */
@Controller
class LoginPage {

    private final SignInSettings settings;
    private final OidcSettings provider;

    LoginPage(SignInSettings settings, OidcSettings provider) {
        this.settings = settings;
        this.provider = provider;
    }

    @GetMapping(Doors.LOGIN)
    String show(
            @RequestParam(defaultValue = "") String why,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("problem", problem(why, request, response));
        model.addAttribute("goodbye", why.equals("left"));
        model.addAttribute("typed", RefusedSignIn.name(request));
        model.addAttribute("passwords", settings.passwordForm());
        model.addAttribute("provider", provider.isOn() ? provider.name() : null);
        return "signin/login";
    }

    private @Nullable String problem(String why, HttpServletRequest request, HttpServletResponse response) {
        return switch (why) {
            case "failed" -> "This person and password do not go together. Please try again.";
            case "slow" -> slow(RefusedSignIn.secondsToWait(request), response);
            case "unknown" ->
                "You are signed in at your organisation, but not known here yet. Please ask an administrator to add you to"
                        + " the organisation file.";
            case "provider" -> "The sign-in at your organisation did not work. Please try again.";
            case "expired" -> "Too much time has passed. Please log in again; what you sent last was not saved.";
            default -> "";
        };
    }

    private static String slow(long seconds, HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return "There were too many wrong passwords. Please try again in " + TooManyGuesses.inWords(seconds)
                + ". Nobody else is kept out by this.";
    }
}
