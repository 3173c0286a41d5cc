package org.postmortemflow.access.web;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.access.AccessToken;
import org.postmortemflow.access.Scope;
import org.postmortemflow.access.Tokens;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** My access tokens. Only who is signed in by the form gets here: a token opens no page, so that none can make another. */
@Controller
@RequestMapping("/settings/tokens")
class TokensPage {

    private static final String USUAL_DAYS = "90";
    private static final Map<String, String> TERMS = terms();

    private final Tokens tokens;
    private final Organisation organisation;
    private final Clock clock;

    TokensPage(Tokens tokens, Organisation organisation, Clock clock) {
        this.tokens = tokens;
        this.organisation = organisation;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(PersonId me) {
        return page(me, "", Set.of(Scope.READ.key()), USUAL_DAYS, Map.of());
    }

    @PostMapping
    ModelAndView make(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") Set<String> scopes,
            @RequestParam(defaultValue = "") String days,
            PersonId me,
            RedirectAttributes flash) {
        try {
            Tokens.Made made =
                    tokens.make(name, scopes(scopes), TERMS.containsKey(days) ? Integer.parseInt(days) : 0, me);
            flash.addFlashAttribute("made", made);
            return new ModelAndView("redirect:/settings/tokens");
        } catch (Refused refused) {
            ModelAndView again = page(me, name, scopes, days, refused.problems());
            again.setStatus(HttpStatus.BAD_REQUEST);
            return again;
        }
    }

    @PostMapping("/{token}/revoke")
    String revoke(@PathVariable UUID token, PersonId me, RedirectAttributes flash) {
        tokens.revoke(token, me);
        flash.addFlashAttribute("notice", "Revoked. Whatever used this token is refused from now on.");
        return "redirect:/settings/tokens";
    }

    private ModelAndView page(PersonId me, String name, Set<String> scopes, String days, Map<String, String> problems) {
        Instant now = clock.instant();
        Map<Boolean, List<AccessToken>> mine =
                tokens.of(me).stream().collect(Collectors.partitioningBy(token -> token.isValid(now)));
        @Nullable List<AccessToken> others = organisation.isAdministrator(me) ? tokens.ofOthers(me) : null;
        ModelAndView page = new ModelAndView("access/tokens");
        page.addObject("offered", tokens.offered(me));
        page.addObject("terms", TERMS);
        page.addObject("valid", mine.get(true));
        page.addObject("ended", mine.get(false));
        page.addObject("others", others);
        page.addObject("name", name);
        page.addObject("chosen", scopes);
        page.addObject("days", days);
        page.addObject("problems", problems);
        return page;
    }

    /** A key that there is not is left out: then there may be none, which is refused. */
    private static Set<Scope> scopes(Set<String> keys) {
        return keys.stream().flatMap(key -> Scope.ofKey(key).stream()).collect(Collectors.toSet());
    }

    private static Map<String, String> terms() {
        Map<String, String> terms = new LinkedHashMap<>();
        terms.put("7", "7 days");
        terms.put("30", "30 days");
        terms.put(USUAL_DAYS, "90 days");
        terms.put("180", "180 days");
        terms.put("365", "a year");
        return terms;
    }
}
