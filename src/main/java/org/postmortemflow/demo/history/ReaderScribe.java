package org.postmortemflow.demo.history;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import java.time.Instant;
import java.util.List;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Team;
import org.postmortemflow.shared.PersonId;

/** Who must read it and who has (R25); a few are private. */
final class ReaderScribe implements Scribe {

    private final Organisation organisation;

    ReaderScribe(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public void write(Story story, Rows rows, Notes notes) {
        Course.End end = story.course().end();
        if (end.status() != Status.CLOSED || !rows.isPast(end.at())) {
            return;
        }
        Chance chance = new Chance(story.incident().getLeastSignificantBits());
        if (chance.of(0.03)) {
            keepPrivate(story, rows, notes);
        } else if (chance.of(story.what().severity().isMajor() ? 0.4 : 0.1)) {
            ask(story, end.at(), chance, rows, notes);
        }
    }

    private static void keepPrivate(Story story, Rows rows, Notes notes) {
        Instant at = story.course().opened().plus(ofMinutes(30));
        PersonId by = story.cast().commander();
        String reason = "It tells of a hole that is not closed everywhere yet.";
        rows.add(Table.POSTMORTEM_PRIVATE, story.id(), reason, at, by);
        rows.add(Table.POSTMORTEM_READER, story.id(), by, null, false, by, at, null, null);
        notes.note(at, "Made private: " + reason, by);
    }

    private void ask(Story story, Instant closed, Chance chance, Rows rows, Notes notes) {
        List<Team> others = organisation.teams().stream()
                .filter(team -> !team.id().equals(story.cast().team().id()))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        Team team = chance.pick(others);
        Instant named = closed.minus(ofMinutes(50));
        PersonId by = story.cast().owner();
        for (PersonId member : team.members()) {
            Instant read = chance.of(0.86) ? rows.past(closed.plus(chance.between(ofHours(1), ofDays(12)))) : null;
            rows.add(Table.POSTMORTEM_READER, story.id(), member, team.id(), true, by, named, closed, read);
        }
        notes.note(named, "Asked to read it: team " + team.name() + ".", by);
    }
}
