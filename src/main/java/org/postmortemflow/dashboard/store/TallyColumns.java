package org.postmortemflow.dashboard.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.postmortemflow.dashboard.Tallies;
import org.postmortemflow.dashboard.Tallies.Answer;
import org.postmortemflow.dashboard.Tallies.Missed;
import org.postmortemflow.followup.FollowUp.Kind;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.sla.DeadlineKind;

/** Tallies as text, a line each: in the columns of {@code postmortem_fact}, and of the query over the record. */
final class TallyColumns {

    private static final String EXCUSED = " excused";

    private TallyColumns() {}

    static Tallies read(ResultSet row) throws SQLException {
        return new Tallies(
                Columns.lines(row.getString("reviews")).stream()
                        .map(TallyColumns::seconds)
                        .toList(),
                Columns.lines(row.getString("missed")).stream()
                        .map(line -> new Missed(DeadlineKind.ofKey(line.replace(EXCUSED, "")), line.endsWith(EXCUSED)))
                        .toList(),
                Columns.instant(row, "reason_at"),
                Columns.instant(row, "declined_at"),
                Columns.lines(row.getString("answers")).stream()
                        .map(TallyColumns::answer)
                        .toList());
    }

    private static Duration seconds(String line) {
        return Duration.ofSeconds((long) Double.parseDouble(line));
    }

    private static Answer answer(String line) {
        String[] parts = line.split(" ", 3);
        return new Answer(Kind.valueOf(parts[0]), State.valueOf(parts[1]), parts[2]);
    }

    static String reviews(Tallies tallies) {
        return tallies.reviews().stream().map(one -> one.toSeconds() + "").collect(Collectors.joining("\n"));
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
