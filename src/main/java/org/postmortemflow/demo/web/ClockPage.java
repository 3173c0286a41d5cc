package org.postmortemflow.demo.web;

import java.time.Clock;
import java.util.NoSuchElementException;
import org.postmortemflow.demo.DemoClock;
import org.postmortemflow.demo.MoveClock;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.shared.PersonId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "Move time forward": everybody in the demo sees the time, an administrator moves it. Elsewhere there is no such page. */
@Controller
@RequestMapping("/admin/clock")
class ClockPage {

    private final MoveClock moveClock;
    private final DemoClock demoClock;
    private final Postmortems postmortems;
    private final OrganisationTime time;
    private final Clock clock;

    ClockPage(MoveClock moveClock, DemoClock demoClock, Postmortems postmortems, OrganisationTime time, Clock clock) {
        this.moveClock = moveClock;
        this.demoClock = demoClock;
        this.postmortems = postmortems;
        this.time = time;
        this.clock = clock;
    }

    @GetMapping
    String show(Model model, PersonId me) {
        requireDemo();
        model.addAttribute("now", clock.instant());
        model.addAttribute("choices", MoveClock.By.values());
        model.addAttribute("mayMove", moveClock.mayMove(me));
        if (moveClock.mayMove(me)) {
            moveClock.next().ifPresent(next -> {
                model.addAttribute("next", next);
                model.addAttribute(
                        "nextTitle", postmortems.get(next.postmortem()).title());
            });
        }
        return "demo/clock";
    }

    @PostMapping
    String move(@RequestParam(defaultValue = "") String by, PersonId me, RedirectAttributes flash) {
        requireDemo();
        moveClock.move(by, me);
        flash.addFlashAttribute(
                "notice", "It is " + time.show(clock.instant()) + " now. What is due happens within a minute.");
        return "redirect:/admin/clock";
    }

    private void requireDemo() {
        if (!demoClock.isDemo()) {
            throw new NoSuchElementException("There is no clock to move");
        }
    }
}
