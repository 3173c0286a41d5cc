package org.postmortemflow.signin;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one sign-in, for our pages and the engine's. Spring Security takes the answer at the same address. */
@Controller
class LoginPage {

    @GetMapping(Doors.LOGIN)
    String show(@RequestParam(required = false, name = "why", defaultValue = "") String why, Model model) {
        model.addAttribute(
                "problem",
                switch (why) {
                    case "failed" -> "This person and password do not go together. Please try again.";
                    case "expired" ->
                        "Too much time has passed. Please log in again; what you sent last was not saved.";
                    default -> "";
                });
        model.addAttribute("goodbye", why.equals("left"));
        return "signin/login";
    }
}
