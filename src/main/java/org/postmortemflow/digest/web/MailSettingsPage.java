package org.postmortemflow.digest.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.postmortemflow.digest.ChooseDigests;
import org.postmortemflow.digest.Digest;
import org.postmortemflow.digest.DigestSettings;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.shared.PersonId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What I get by mail, and the digests that I turn on and off. */
@Controller
@RequestMapping("/settings/mail")
class MailSettingsPage {

    private final ChooseDigests choices;
    private final DigestSettings settings;
    private final Organisation organisation;

    MailSettingsPage(ChooseDigests choices, DigestSettings settings, Organisation organisation) {
        this.choices = choices;
        this.settings = settings;
        this.organisation = organisation;
    }

    /** A digest as the page offers it. */
    record Offer(Digest digest, boolean wanted, String when) {}

    @GetMapping
    String show(Model model, PersonId me) {
        model.addAttribute("email", organisation.person(me).map(Person::email).orElse(null));
        model.addAttribute("offers", offers(me));
        return "digest/settings";
    }

    @PostMapping
    String choose(
            @RequestParam(required = false, defaultValue = "") List<String> digests,
            PersonId me,
            RedirectAttributes flash) {
        Set<Digest> wanted = Arrays.stream(Digest.values())
                .filter(digest -> digests.contains(digest.key()))
                .collect(Collectors.toSet());
        choices.choose(me, wanted);
        flash.addFlashAttribute("notice", "Saved. It counts from the next digest on.");
        return "redirect:/settings/mail";
    }

    private List<Offer> offers(PersonId me) {
        return Arrays.stream(Digest.values())
                .filter(digest -> choices.isOffered(me, digest))
                .map(digest -> new Offer(digest, choices.isWanted(me, digest), when(digest)))
                .toList();
    }

    private String when(Digest digest) {
        return digest == Digest.WEEKLY
                ? "%s at %s, your time"
                        .formatted(
                                settings.weeklyDay()
                                        .getDisplayName(java.time.format.TextStyle.FULL, java.util.Locale.ENGLISH),
                                settings.weeklyAt())
                : "On working days at %s, your time".formatted(settings.dailyAt());
    }
}
