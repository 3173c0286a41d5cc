package org.postmortemflow.search.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.readership.Readable;
import org.postmortemflow.search.Match;
import org.postmortemflow.search.Matching;
import org.postmortemflow.search.Term;
import org.postmortemflow.search.Window;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;

/** The one query behind every search. */
final class MatchSql {

    private MatchSql() {}

    static Sql of(Matching matching, Readable readable, Window window) {
        Sql sql = new Sql();
        sql.add("select * from (");
        sql.add("select p.id, p.title, p.severity, p.status, p.clock_start, "
                + (matching.terms().isEmpty() ? "0" : "m.score") + " as score, count(*) over () as total");
        sql.add("from postmortem p");
        if (!matching.terms().isEmpty()) {
            words(sql, matching);
        }
        sql.add("where " + readable.sql("p.id"), readable.params());
        facts(sql, matching);
        sql.add(") found");
        Window.After after = window.after();
        if (after != null) {
            OffsetDateTime at = after.resolvedAt().atOffset(UTC);
            sql.add(
                    "where score < ? or score = ? and (clock_start < ? or clock_start = ? and id > ?)",
                    after.score(),
                    after.score(),
                    at,
                    at,
                    after.id().value());
        }
        sql.add("order by score desc, clock_start desc, id");
        return sql.add("offset ? rows fetch first ? rows only", window.skip(), window.most());
    }

    private static void words(Sql sql, Matching matching) {
        List<Term> terms = matching.terms();
        List<Object> rarities = new ArrayList<>();
        terms.forEach(term -> {
            rarities.add(term.word());
            rarities.add(term.rarity());
        });
        sql.add(
                "join (select w.postmortem_id, sum(w.weight * case w.word " + "when ? then ? ".repeat(terms.size())
                        + "else 0 end) as score",
                rarities);
        sql.add(
                "from search_word w where w.word in (" + Sql.marks(terms.size()) + ")",
                terms.stream().map(Term::word).toList());
        List<String> factors =
                terms.stream().filter(Term::factor).map(Term::word).toList();
        if (!factors.isEmpty()) {
            sql.add("and (w.factor or w.word not in (" + Sql.marks(factors.size()) + "))", factors);
        }
        sql.add(
                "group by w.postmortem_id having count(*) >= ?) m on m.postmortem_id = p.id",
                matching.all() ? terms.size() : 1);
    }

    private static void facts(Sql sql, Matching matching) {
        if (matching.service() != null) {
            sql.add(
                    "and exists (select 1 from incident_service s where s.incident_id = p.incident_id"
                            + " and lower(s.service) = lower(?))",
                    matching.service());
        }
        if (matching.severity() != null) {
            sql.add("and p.severity = ?", matching.severity().name());
        }
        if (matching.status() != null) {
            sql.add("and p.status = ?", matching.status().name());
        }
        if (matching.from() != null) {
            sql.add("and p.clock_start >= ?", matching.from().atOffset(UTC));
        }
        if (matching.until() != null) {
            sql.add("and p.clock_start < ?", matching.until().atOffset(UTC));
        }
    }

    static Match read(ResultSet row, int number) throws SQLException {
        String severity = row.getString("severity");
        return new Match(
                new PostmortemId(row.getObject("id", UUID.class)),
                row.getString("title"),
                severity == null ? null : Severity.valueOf(severity),
                Status.valueOf(row.getString("status")),
                row.getObject("clock_start", OffsetDateTime.class).toInstant(),
                row.getLong("score"),
                row.getLong("total"));
    }
}
