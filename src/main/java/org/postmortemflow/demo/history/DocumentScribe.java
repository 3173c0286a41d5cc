package org.postmortemflow.demo.history;

import java.time.Instant;
import java.util.Map;
import org.postmortemflow.demo.history.Content.Message;
import org.postmortemflow.demo.history.Content.Row;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.shared.Step;

/** What was written: sections with their versions, the timeline, the external message. */
final class DocumentScribe implements Scribe {

    private final OrganisationTime time;

    DocumentScribe(OrganisationTime time) {
        this.time = time;
    }

    @Override
    public void write(Story story, Rows rows, Notes notes) {
        for (Map.Entry<SectionName, String> section : story.content().sections().entrySet()) {
            story.course()
                    .firstDone(writtenIn(section.getKey()))
                    .filter(rows::isPast)
                    .ifPresent(at -> section(story, section.getKey(), section.getValue(), at, rows));
        }
        story.course().firstDone(Step.COLLECT_TIMELINE).filter(rows::isPast).ifPresent(at -> timeline(story, rows));
        story.course()
                .firstDone(Step.DRAFT_EXTERNAL_MESSAGE)
                .filter(rows::isPast)
                .ifPresent(at -> message(story, rows, notes));
    }

    private static Step writtenIn(SectionName section) {
        return section.isImpact() ? Step.DESCRIBE_IMPACT : Step.ANALYSE;
    }

    /** What a review asked for was added to the text that was there. */
    private static void section(Story story, SectionName name, String text, Instant at, Rows rows) {
        boolean again = name == SectionName.CONTRIBUTING_FACTORS;
        Instant revised = story.course().work().stream()
                .filter(work -> again && work.step() == Step.ANALYSE && rows.isPast(work.done()))
                .map(Course.Work::done)
                .reduce(at, (before, after) -> after);
        int number = revised.equals(at) ? 1 : 2;
        if (number == 2) {
            String first = text.contains("\n") ? text.substring(0, text.lastIndexOf('\n')) : text;
            rows.add(
                    Table.DOCUMENT_VERSION,
                    story.id(),
                    name,
                    1,
                    first,
                    story.cast().owner(),
                    at,
                    false);
        }
        rows.add(
                Table.DOCUMENT_VERSION,
                story.id(),
                name,
                number,
                text,
                story.cast().owner(),
                revised,
                false);
        rows.add(
                Table.DOCUMENT_SECTION,
                story.id(),
                name,
                text,
                number,
                story.cast().owner(),
                revised,
                false);
    }

    private static void timeline(Story story, Rows rows) {
        int position = 0;
        for (Row row : story.content().timeline()) {
            rows.add(
                    Table.TIMELINE_ITEM,
                    row.id(),
                    story.id(),
                    row.at(),
                    position++,
                    row.event(),
                    row.kind().key(),
                    row.source(),
                    row.severity() == null ? null : row.severity().key(),
                    row.noticed(),
                    false,
                    0);
        }
    }

    private void message(Story story, Rows rows, Notes notes) {
        Message message = story.content().message();
        Course.Meeting meeting = story.course().meeting();
        if (message == null || meeting == null) {
            return;
        }
        Instant posted = rows.past(story.course().postedAt());
        String where = "https://status.demo.example/" + story.what().key();
        rows.add(
                Table.EXTERNAL_MESSAGE,
                story.id(),
                message.summary(),
                message.whatHappened(),
                message.whatWeDo(),
                rows.isPast(meeting.held()) ? true : null,
                posted == null ? null : where,
                posted);
        if (posted != null) {
            notes.note(
                    posted,
                    "External message posted " + time.show(posted) + ": " + where,
                    story.cast().support());
        }
    }
}
