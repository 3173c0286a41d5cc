package org.postmortemflow.dashboard.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.postmortemflow.dashboard.FactCondition;
import org.postmortemflow.dashboard.FactFilter;
import org.postmortemflow.dashboard.PromiseRecords;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.sla.DeadlineKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcPromises implements PromiseRecords {

    /** Says it by a range, which both databases find in an index; H2 reads all of one for "is not null". */
    private static final String IMPORTED = "f.imported_at >= timestamp with time zone '1970-01-01 00:00:00+00'";

    private final JdbcClient jdbc;
    private final Organisation organisation;

    JdbcPromises(JdbcClient jdbc, Organisation organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    @Override
    public List<Word> reasons(Collection<PostmortemId> of, int most) {
        return words(of, """
                select f.postmortem_id, f.title, d.kind as about, coalesce(d.excuse_reason, d.late_reason) as reason
                from postmortem_fact f join deadline d on d.postmortem_id = f.postmortem_id
                where d.breached_at is not null and (d.excuse_reason is not null or d.late_reason is not null)
                  and f.postmortem_id in (:of)
                order by coalesce(d.excused_at, d.late_reason_at) desc, d.kind fetch first :most rows only
                """, most, kind -> DeadlineKind.ofKey(kind).label());
    }

    @Override
    public List<Word> declined(Collection<PostmortemId> of, int most) {
        return words(of, """
                select f.postmortem_id, f.title, u.title as about, u.state_reason as reason
                from postmortem_fact f join follow_up u on u.postmortem_id = f.postmortem_id
                where u.state = 'DECLINED' and f.postmortem_id in (:of)
                order by u.state_at desc, u.id fetch first :most rows only
                """, most, title -> title);
    }

    private List<Word> words(Collection<PostmortemId> of, String sql, int most, UnaryOperator<String> about) {
        return of.isEmpty()
                ? List.of()
                : jdbc.sql(sql)
                        .param("of", of.stream().map(PostmortemId::value).toList())
                        .param("most", most)
                        .query((row, number) -> new Word(
                                new PostmortemId(row.getObject("postmortem_id", UUID.class)),
                                row.getString("title"),
                                about.apply(row.getString("about")),
                                row.getString("reason")))
                        .list();
    }

    @Override
    public Map<Integer, Integer> escalations(FactFilter filter) {
        // of one that was imported nobody was told here; without asking for that, an index tells which ones count
        FactCondition where = FactCondition.of(filter, organisation.zone()).and("o.postmortem_id is not null");
        Map<Integer, Integer> rungs = new TreeMap<>();
        // an outer join, because H2 would begin an inner one with all such messages that there ever were
        jdbc.sql("""
                select distinct o.postmortem_id, o.occasion
                from postmortem_fact f left join outbox_message o
                  on o.postmortem_id = f.postmortem_id and o.template = 'step-overdue'\s""" + where.sql())
                .params(where.params())
                .query((row, number) -> rungs.merge(rung(row.getString("occasion")), 1, Integer::sum))
                .list();
        return rungs;
    }

    /** The last part of {@code step/due/rung}. */
    private static int rung(String occasion) {
        String last = occasion.substring(occasion.lastIndexOf('/') + 1);
        return last.matches("\\d{1,4}") ? Integer.parseInt(last) : 0;
    }

    @Override
    public Changes followUps(FactFilter filter, List<Instant> borders) {
        boolean all = filter.within(null, null).equals(FactFilter.ALL);
        // without a filter it is quicker to leave out the few that were imported than to look up all others
        FactCondition ours = all
                ? FactCondition.of(FactFilter.ALL, organisation.zone()).and(IMPORTED)
                : where(filter.within(null, null));
        String which = "u.postmortem_id " + (all ? "not in" : "in") + " (select f.postmortem_id from postmortem_fact f "
                + ours.sql() + ")";
        int openNow = jdbc.sql("select count(*) from follow_up u where u.state in ('OPEN', 'IN_PROGRESS') and " + which)
                .params(ours.params())
                .query(Integer.class)
                .single();
        FollowUpMoves moves = all
                ? FollowUpMoves.ofMost(jdbc, which, ours.params(), borders)
                : FollowUpMoves.ofSome(jdbc, which, ours.params(), borders);
        int openBefore = openNow
                - Arrays.stream(moves.opened()).sum()
                + Arrays.stream(moves.ended()).sum();
        int periods = borders.size() - 1;
        return new Changes(
                openBefore,
                Arrays.stream(moves.opened()).limit(periods).boxed().toList(),
                Arrays.stream(moves.ended()).limit(periods).boxed().toList());
    }

    /** Of postmortems made here: the process of the others was elsewhere. */
    private FactCondition where(FactFilter filter) {
        return FactCondition.of(filter, organisation.zone()).and("f.imported_at is null");
    }
}
