package org.postmortemflow.digest.web;

import java.util.NoSuchElementException;
import org.postmortemflow.digest.ChooseDigests;
import org.postmortemflow.digest.Subscriptions;
import org.postmortemflow.digest.Subscriptions.Subscription;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Behind the link in a digest, open without sign-in. A GET only asks, because mail scanners follow links; a POST ends it, from
 * the page or from a mail program (RFC 8058 §3.2). The page names nobody.
 */
@Controller
@RequestMapping("/unsubscribe/{token}")
class UnsubscribePage {

    private final Subscriptions subscriptions;
    private final ChooseDigests choices;

    UnsubscribePage(Subscriptions subscriptions, ChooseDigests choices) {
        this.subscriptions = subscriptions;
        this.choices = choices;
    }

    @GetMapping
    String ask(@PathVariable String token, Model model) {
        Subscription subscription = subscription(token);
        return page(subscription, !choices.isWanted(subscription.person(), subscription.digest()), token, model);
    }

    @PostMapping
    String end(@PathVariable String token, Model model) {
        Subscription subscription = subscription(token);
        choices.end(subscription);
        return page(subscription, true, token, model);
    }

    private static String page(Subscription subscription, boolean ended, String token, Model model) {
        model.addAttribute("digest", subscription.digest());
        model.addAttribute("ended", ended);
        model.addAttribute("token", token);
        return "digest/unsubscribe";
    }

    private Subscription subscription(String token) {
        return subscriptions.ofToken(token).orElseThrow(() -> new NoSuchElementException("No such link"));
    }
}
