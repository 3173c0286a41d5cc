package org.postmortemflow.search.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.readership.Readable;
import org.postmortemflow.search.Match;
import org.postmortemflow.search.Matching;
import org.postmortemflow.search.Term;
import org.postmortemflow.search.Window;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;

/**
 * The one query behind every search. It finds, counts and sorts numbers of entries with the index of words alone; postmortems
 * are looked at only when facts are asked for, and for those that are shown.
 */
final class MatchSql {

    private MatchSql() {}

    static Sql of(Matching matching, Readable readable, Window window) {
        Sql sql = new Sql();
        sql.add(
                "select p.id, p.title, p.severity, p.status, p.clock_start, part.score, part.number, part.total from (");
        sql.add("select * from (select m.number, m.score, count(*) over () as total from (");
        if (matching.terms().isEmpty()) {
            sql.add("select e.number, 0 as score from search_entry e");
        } else if (matching.all()) {
            all(sql, matching.terms());
        } else {
            some(sql, matching.terms());
        }
        sql.add(
                ") m where not exists (select 1 from search_entry h where h.number = m.number and "
                        + readable.hides("h.postmortem_id") + ")",
                readable.params());
        if (!matching.isWordsAlone()) {
            facts(sql, matching);
        }
        sql.add(") found");
        Window.After after = window.after();
        if (after != null) {
            sql.add("where score < ? or score = ? and number < ?", after.score(), after.score(), after.number());
        }
        sql.add("order by score desc, number desc offset ? rows fetch first ? rows only", window.skip(), window.most());
        sql.add(") part join search_entry e on e.number = part.number join postmortem p on p.id = e.postmortem_id");
        return sql.add("order by part.score desc, part.number desc");
    }

    /** Begins with the rarest word and looks for the others beside it. */
    private static void all(Sql sql, List<Term> terms) {
        List<Object> rarities = terms.stream().<Object>map(Term::rarity).toList();
        String score = IntStream.range(0, terms.size())
                .mapToObj(i -> "w" + i + ".weight * cast(? as bigint)")
                .collect(Collectors.joining(" + "));
        sql.add("select w0.number, " + score + " as score from search_word w0", rarities);
        for (int i = 1; i < terms.size(); i++) {
            Term term = terms.get(i);
            sql.add(
                    "join search_word w%1$d on w%1$d.number = w0.number and w%1$d.word = ?%2$s"
                            .formatted(i, term.factor() ? " and w%d.factor".formatted(i) : ""),
                    term.word());
        }
        sql.add(
                "where w0.word = ?" + (terms.get(0).factor() ? " and w0.factor" : ""),
                terms.get(0).word());
    }

    private static void some(Sql sql, List<Term> terms) {
        List<Object> rarities = new ArrayList<>();
        terms.forEach(term -> {
            rarities.add(term.word());
            rarities.add(term.rarity());
        });
        sql.add(
                "select w.number, sum(w.weight * case w.word " + "when ? then cast(? as bigint) ".repeat(terms.size())
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
        sql.add("group by w.number");
    }

    private static void facts(Sql sql, Matching matching) {
        sql.add("and m.number in (select e.number from search_entry e join postmortem p on p.id = e.postmortem_id");
        sql.add("where 1 = 1");
        if (matching.service() != null) {
            sql.add(
                    "and p.incident_id in (select s.incident_id from incident_service s where lower(s.service) = lower(?))",
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
        sql.add(")");
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
                row.getLong("number"),
                row.getLong("total"));
    }
}
