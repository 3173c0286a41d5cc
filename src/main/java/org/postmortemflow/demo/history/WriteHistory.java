package org.postmortemflow.demo.history;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.postmortemflow.people.Names;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.sla.BusinessHours;
import org.postmortemflow.sla.Deadlines;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes made-up incidents and their postmortems into the record, in batches, as if the rooms had written them over time. */
@Component
public class WriteHistory {

    private final Stories stories;
    private final List<Scribe> scribes;
    private final JdbcOperations jdbc;

    WriteHistory(
            Organisation organisation,
            Names names,
            OrganisationTime time,
            Deadlines deadlines,
            BusinessHours hours,
            JdbcOperations jdbc) {
        this.stories = new Stories(organisation, deadlines, hours);
        this.jdbc = jdbc;
        Dues dues = new Dues(deadlines);
        MeetingScribe meetings = new MeetingScribe(organisation, time);
        MailScribe mails = new MailScribe(organisation, meetings);
        this.scribes = List.of(
                new IncidentScribe(names, time),
                new StepScribe(dues, names, mails),
                new DocumentScribe(time),
                new FollowUpScribe(),
                meetings,
                new DeadlineScribe(dues, time),
                new ReaderScribe(organisation),
                mails);
    }

    /**
     * Those that have ended by now; what comes after now, for example a follow-up that will be done, is not told.
     *
     * @param until only incidents that were resolved before
     * @param months how far back, besides the present month
     * @param perMonth incidents in an ordinary month
     * @return how many postmortems
     */
    @Transactional
    public int ended(Instant now, Instant until, int months, int perMonth) {
        return write(
                now,
                months,
                perMonth,
                story -> !story.course().end().at().isAfter(now)
                        && story.what().resolved().isBefore(until));
    }

    /** Those that are still open; no process runs for them, so they are for measuring alone. */
    @Transactional
    public int open(Instant now, int months, int perMonth) {
        return write(now, months, perMonth, story -> story.course().end().at().isAfter(now));
    }

    private int write(Instant now, int months, int perMonth, Predicate<Story> wanted) {
        Rows rows = new Rows(now);
        List<Story> told =
                stories.before(now, months, perMonth).stream().filter(wanted).toList();
        for (Story story : told) {
            Notes notes = new Notes(story, rows);
            scribes.forEach(scribe -> scribe.write(story, rows, notes));
            notes.write();
        }
        rows.insert(jdbc);
        return told.size();
    }
}
