package org.postmortemflow.integration.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.integration.caldav.ScriptedCalDav.text;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.postmortemflow.calendar.CalendarPublisher.Entry;
import org.postmortemflow.calendar.CalendarPublisher.Outcome;
import org.postmortemflow.calendar.CalendarPublisher.Outcome.Kind;
import org.postmortemflow.calendar.CalendarPublisher.Stored;
import org.postmortemflow.integration.caldav.FaultyCalendar.Fault;
import org.postmortemflow.lab.Experiment;
import org.postmortemflow.lab.Finding;

class PublicationLab {

    private static final int MOVES = 40;
    private static final int MOST_ATTEMPTS = 10;
    private static final Duration TIMEOUT = Duration.ofMillis(300);

    @Tag(Experiment.ONLY_IN_LAB)
    @Experiment(
            number = 13,
            name = "Calendar server",
            what = "a meeting moved 40 times, published to a CalDAV server that answers 500, 503, 412, 409, falls"
                    + " silent or hangs up, each before or after it kept the entry, at each request in turn",
            passMark = "at each moment at most one event, at the end the newest SEQUENCE, nothing asked for ever")
    void oneEventWithTheNewestSequence(Finding finding) throws Exception {
        int published = 0;
        int attempts = 0;
        try (FaultyCalendar calendar = new FaultyCalendar()) {
            for (Fault fault : Fault.values()) {
                // whether the fault meets the first request of a publication, the second, the third or each but the
                // last
                for (int request = 0; request < 4; request++) {
                    attempts += published(calendar, fault, request);
                    published++;
                }
            }
        }
        finding.measured(
                "%d meetings, each with one event and the newest SEQUENCE after %,d requests to publish",
                published, attempts);
    }

    /** @return how many attempts all publications of one meeting took */
    private static int published(FaultyCalendar calendar, Fault fault, int request) {
        CalDavPublisher publisher =
                new CalDavPublisher(new CalDavServer(new CalDavSettings(calendar.url(), "flow", "secret", TIMEOUT)));
        String uid = fault + "-" + request + "@postmortem-flow";
        int attempts = 0;
        Stored known = null;
        Stored early = null;
        int moves = fault.slow() ? 3 : MOVES;
        for (int sequence = 0; sequence < moves; sequence++) {
            Entry entry = new Entry(fault + "-" + request + ".ics", uid, sequence, text(uid, sequence, "Title"));
            if (sequence % 3 == 0) {
                calendar.fails(fault, request);
            }
            if (sequence % 7 == 5) {
                calendar.isRenamedBySomebody(uid);
            }
            Outcome outcome = Outcome.not(Kind.RETRY, "");
            for (int i = 0; i < MOST_ATTEMPTS && outcome.kind() != Kind.DONE; i++) {
                outcome = publisher.put(entry, known);
                attempts++;
                assertThat(calendar.sequences(uid))
                        .as("%s at request %d", fault, request)
                        .hasSizeLessThan(2);
            }
            assertThat(outcome.kind())
                    .as("%s at request %d: %s", fault, request, outcome.detail())
                    .isEqualTo(Kind.DONE);
            known = outcome.stored();
            early = early == null ? known : early;
            assertThat(calendar.sequences(uid)).containsExactly(sequence);
        }
        // a node that slept wakes up with what it knew then
        publisher.put(new Entry(fault + "-" + request + ".ics", uid, 0, text(uid, 0, "Title")), early);
        assertThat(calendar.sequences(uid)).containsExactly(moves - 1);
        return attempts;
    }
}
