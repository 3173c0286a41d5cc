package org.postmortemflow.calendar.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.calendar.CalendarAddresses;
import org.postmortemflow.calendar.CalendarMeetings;
import org.postmortemflow.calendar.CalendarSettings;
import org.postmortemflow.calendar.PublicationRelay;
import org.postmortemflow.notification.Links;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.ReaderTimes;
import org.postmortemflow.shared.PersonId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The calendar in the browser, month by month, and the addresses under which calendar programs read it. */
@Controller
class CalendarPage {

    private static final int MOST_FAILURES = 50;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9998;

    private final CalendarMeetings meetings;
    private final CalendarAddresses addresses;
    private final CalendarSettings settings;
    private final PublicationRelay relay;
    private final Organisation organisation;
    private final ReaderTimes times;
    private final Links links;
    private final Clock clock;

    CalendarPage(
            CalendarMeetings meetings,
            CalendarAddresses addresses,
            CalendarSettings settings,
            PublicationRelay relay,
            Organisation organisation,
            ReaderTimes times,
            Links links,
            Clock clock) {
        this.meetings = meetings;
        this.addresses = addresses;
        this.settings = settings;
        this.relay = relay;
        this.organisation = organisation;
        this.times = times;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping("/calendar")
    ModelAndView month(@RequestParam(required = false) @Nullable String month, PersonId me) {
        ZoneId zone = organisation.zoneOf(me);
        Instant now = clock.instant();
        YearMonth thisMonth = YearMonth.from(now.atZone(zone));
        YearMonth asked = read(month, thisMonth);
        CalendarMeetings.Span span = new CalendarMeetings.Span(
                Month.from(asked, zone), Month.to(asked, zone), now.minus(settings.showCancelled()));
        ModelAndView page = new ModelAndView("calendar/calendar");
        page.addObject("month", Month.of(asked, now.atZone(zone).toLocalDate(), zone, meetings.readable(me, span)));
        page.addObject("isNow", asked.equals(thisMonth));
        page.addObject("times", times.of(me));
        boolean administrator = organisation.isAdministrator(me);
        page.addObject("administrator", administrator);
        if (administrator && relay.publishes()) {
            page.addObject("failures", relay.failures(MOST_FAILURES));
        }
        page.addObject("mine", addresses.of(me).orElse(null));
        page.addObject("shared", addresses.of(null).orElse(null));
        return page;
    }

    @PostMapping("/calendar/address")
    String renew(PersonId me, RedirectAttributes flash) {
        String key = addresses.renew(me);
        return shown(flash, Map.of("My meetings", url(FeedDoor.MINE, key), "All meetings", url(FeedDoor.SHARED, key)));
    }

    @PostMapping("/calendar/address/withdraw")
    String withdraw(PersonId me, RedirectAttributes flash) {
        addresses.withdraw(me);
        return said(flash, "Your secret addresses open nothing any more.");
    }

    @PostMapping("/calendar/shared-address")
    String renewShared(PersonId me, RedirectAttributes flash) {
        return shown(flash, Map.of("All meetings", url(FeedDoor.SHARED, addresses.renewShared(me))));
    }

    @PostMapping("/calendar/shared-address/withdraw")
    String withdrawShared(PersonId me, RedirectAttributes flash) {
        addresses.withdrawShared(me);
        return said(flash, "The organisation's secret address opens nothing any more.");
    }

    @PostMapping("/calendar/publish-again")
    String publishAgain(PersonId me, RedirectAttributes flash) {
        relay.everythingAgain(me);
        return said(flash, "The calendar server is told everything again.");
    }

    private String url(String path, String key) {
        return links.home().replaceFirst("/$", "") + path + "?key=" + key;
    }

    private static String shown(RedirectAttributes flash, Map<String, String> made) {
        flash.addFlashAttribute("made", new java.util.TreeMap<>(made));
        return "redirect:/calendar#subscribe";
    }

    private static String said(RedirectAttributes flash, String words) {
        flash.addFlashAttribute("notice", words);
        return "redirect:/calendar";
    }

    /** What is no month leads to this one: the address may have been typed. */
    private static YearMonth read(@Nullable String month, YearMonth otherwise) {
        try {
            YearMonth asked = month == null ? otherwise : YearMonth.parse(month);
            return asked.getYear() < FIRST_YEAR || asked.getYear() > LAST_YEAR ? otherwise : asked;
        } catch (DateTimeException unreadable) {
            return otherwise;
        }
    }
}
