package org.postmortemflow.demo.history;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.notification.OutboxState;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.people.Pool;
import org.postmortemflow.people.Team;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Step;

/** The mails, as sent ones whose content was deleted after its time: nothing of them ever leaves. */
final class MailScribe implements Scribe {

    private final Organisation organisation;
    private final MeetingScribe meetings;

    MailScribe(Organisation organisation, MeetingScribe meetings) {
        this.organisation = organisation;
        this.meetings = meetings;
    }

    @Override
    public void write(Story story, Rows rows, Notes notes) {
        Course course = story.course();
        Cast cast = story.cast();
        String title = story.what().title();
        boolean waived = course.end().status() == Status.WAIVED && course.end().by() == null;
        if (waived) {
            return;
        }
        Set<PersonId> colleagues = colleagues(cast);
        String severity = story.what().severity().label();
        String opened = "Postmortem opened: %s (%s)".formatted(title, severity);
        mail(story, "postmortem-opened", "once", opened, colleagues, course.opened(), rows);
        Instant owned = course.firstDone(Step.DESIGNATE_OWNER).orElse(null);
        mail(
                story,
                "owner-designated",
                "1",
                "The postmortem \"" + title + "\" is yours",
                Set.of(cast.owner()),
                owned,
                rows);
        Course.Meeting meeting = course.meeting();
        if (meeting == null) {
            return;
        }
        Set<PersonId> invited = meetings.invited(story).keySet();
        mail(story, "meeting-invite", "0", "Postmortem meeting: " + title, invited, meeting.scheduled(), rows);
        Set<PersonId> reviewers = new LinkedHashSet<>(invited);
        organisation.pool(Pool.REVIEWERS).stream().map(Person::id).forEach(reviewers::add);
        Instant complete = course.complete().orElse(null);
        mail(story, "review-asked", "complete-1", "Please review: " + title, reviewers, complete, rows);
        mail(story, "result-shared", "once", "What we learned: " + title, colleagues, meeting.held(), rows);
        if (story.content().message() != null) {
            String post = "Please post: external message on \"" + title + "\"";
            mail(story, "external-message-to-post", "once", post, Set.of(cast.support()), meeting.held(), rows);
        }
    }

    private static Set<PersonId> colleagues(Cast cast) {
        Set<PersonId> all = new LinkedHashSet<>();
        Team team = cast.team();
        Stream.of(cast.commander(), cast.owner(), cast.scribe(), team.engineeringManager(), team.productManager())
                .filter(Objects::nonNull)
                .forEach(all::add);
        return all;
    }

    /** One mail to each; left out while it is still to come, and when the same one was written before. */
    void mail(
            Story story,
            String template,
            String occasion,
            String subject,
            Set<PersonId> to,
            @Nullable Instant at,
            Rows rows) {
        if (at == null || !rows.isPast(at)) {
            return;
        }
        for (PersonId one : to) {
            Person person = organisation.person(one).orElseThrow();
            String key = "%s/%s/%s/%s".formatted(story.id(), template, occasion, person.email());
            if (!rows.isNew(key)) {
                continue;
            }
            UUID name = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
            Instant sent = at.plusSeconds(4);
            rows.add(
                    Table.OUTBOX_MESSAGE,
                    name,
                    key,
                    "<%s@demo.example>".formatted(name),
                    story.id(),
                    template,
                    occasion,
                    person.id(),
                    person.name(),
                    person.email(),
                    subject,
                    "",
                    "",
                    OutboxState.SENT,
                    1,
                    at,
                    at,
                    sent,
                    sent);
        }
    }
}
