package org.postmortemflow.document.web;

import java.security.Principal;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.document.SectionVersion;
import org.postmortemflow.document.SectionVersions;
import org.postmortemflow.document.WriteSection;
import org.postmortemflow.document.compare.TextDiff;
import org.postmortemflow.lifecycle.Permissions;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who changed what in a section, and when; any two versions compared. */
@Controller
@RequestMapping("/postmortems/{id}/sections/{key}/history")
class SectionHistoryPage {

    private final Postmortems postmortems;
    private final SectionVersions versions;
    private final WriteSection writeSection;
    private final Permissions permissions;

    SectionHistoryPage(
            Postmortems postmortems, SectionVersions versions, WriteSection writeSection, Permissions permissions) {
        this.postmortems = postmortems;
        this.versions = versions;
        this.writeSection = writeSection;
        this.permissions = permissions;
    }

    /** @param from the older version of the comparison; left out, that before {@code to}. @param to left out, the newest */
    @GetMapping
    String show(
            @PathVariable PostmortemId id,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            Principal principal,
            Model model) {
        SectionName section = SectionName.ofKey(key);
        Postmortem postmortem = postmortems.get(id);
        List<SectionVersion> all = versions.of(id, section);
        int newest = all.isEmpty() ? 0 : all.get(0).number();
        int right = to == null ? newest : to;
        int left = from == null ? Math.max(0, right - 1) : from;
        model.addAttribute("postmortem", postmortem);
        model.addAttribute("section", section);
        model.addAttribute("versions", all);
        model.addAttribute("newest", newest);
        model.addAttribute("from", left);
        model.addAttribute("to", right);
        model.addAttribute("pieces", TextDiff.between(text(all, left), text(all, right)));
        model.addAttribute("mayWrite", permissions.mayWrite(postmortem, new PersonId(principal.getName())));
        return "document/history";
    }

    @PostMapping("/restore")
    String restore(
            @PathVariable PostmortemId id,
            @PathVariable String key,
            @RequestParam int number,
            Principal principal,
            RedirectAttributes flash) {
        SectionName section = SectionName.ofKey(key);
        writeSection.restore(id, section, number, new PersonId(principal.getName()));
        flash.addFlashAttribute("notice", "Version %d is restored, as a new version.".formatted(number));
        return "redirect:/postmortems/%s/sections/%s/history".formatted(id, section.key());
    }

    /** Version 0 is the empty state before the first. */
    private static String text(List<SectionVersion> all, int number) {
        if (number == 0) {
            return "";
        }
        Optional<SectionVersion> version =
                all.stream().filter(one -> one.number() == number).findFirst();
        return version.map(SectionVersion::text).orElseThrow(() -> new NoSuchElementException("No version " + number));
    }
}
