package org.postmortemflow.dashboard.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.dashboard.Tallies;
import org.postmortemflow.dashboard.Tallies.Answer;
import org.postmortemflow.dashboard.Tallies.Missed;
import org.postmortemflow.dashboard.Visit;
import org.postmortemflow.dashboard.domain.Share;
import org.postmortemflow.followup.FollowUp.Kind;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.shared.Step;
import org.postmortemflow.sla.DeadlineKind;

/** Tallies as text, a line each: in the columns of {@code postmortem_fact}. */
final class TallyColumns {

    private static final String EXCUSED = " excused";

    private TallyColumns() {}

    static Tallies read(ResultSet row) throws SQLException {
        return new Tallies(
                Columns.lines(row.getString("visits")).stream()
                        .map(TallyColumns::visit)
                        .toList(),
                Columns.lines(row.getString("missed")).stream()
                        .map(line -> new Missed(DeadlineKind.ofKey(line.replace(EXCUSED, "")), line.endsWith(EXCUSED)))
                        .toList(),
                Columns.instant(row, "reason_at"),
                Columns.instant(row, "declined_at"),
                Columns.lines(row.getString("answers")).stream()
                        .map(TallyColumns::answer)
                        .toList(),
                Columns.lines(row.getString("follow_ups_due")).stream()
                        .map(TallyColumns::instant)
                        .toList(),
                new Share(row.getInt("has_read"), row.getInt("must_read")));
    }

    /** Step and state, then opened, due and ended as milliseconds, of which the last two may be missing. */
    private static Visit visit(String line) {
        String[] parts = line.split(" ", -1);
        return new Visit(
                Step.ofKey(parts[0]),
                StepState.State.valueOf(parts[1]),
                instant(parts[2]),
                parts[3].isEmpty() ? null : instant(parts[3]),
                parts[4].isEmpty() ? null : instant(parts[4]));
    }

    private static Instant instant(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }

    private static Answer answer(String line) {
        String[] parts = line.split(" ", 3);
        return new Answer(Kind.valueOf(parts[0]), State.valueOf(parts[1]), parts[2]);
    }

    static String visits(Tallies tallies) {
        return lines(tallies.visits().stream().map(TallyColumns::line).toList());
    }

    private static String line(Visit visit) {
        return visit.step().key() + " " + visit.state() + " " + millis(visit.openedAt()) + " " + millis(visit.due())
                + " " + millis(visit.endedAt());
    }

    private static String millis(@Nullable Instant at) {
        return at == null ? "" : Long.toString(at.toEpochMilli());
    }

    static String followUpsDue(Tallies tallies) {
        return lines(tallies.followUpsDue().stream().map(TallyColumns::millis).toList());
    }

    static String missed(Tallies tallies) {
        return lines(tallies.missed().stream()
                .map(one -> one.kind().key() + (one.excused() ? EXCUSED : ""))
                .toList());
    }

    static String answers(Tallies tallies) {
        return lines(tallies.answers().stream()
                .map(one -> one.kind() + " " + one.state() + " " + one.factor())
                .toList());
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines);
    }
}
