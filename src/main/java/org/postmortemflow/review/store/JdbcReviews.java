package org.postmortemflow.review.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postmortemflow.lifecycle.Recorded;
import org.postmortemflow.review.Reviews;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.ReadOnce;
import org.postmortemflow.shared.Step;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class JdbcReviews implements Reviews {

    private final ReadOnce<PostmortemId, List<Review>> read = new ReadOnce<>("reviews");
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcReviews(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Optional<Verdict> latest(PostmortemId id) {
        List<Review> all = all(id);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1).verdict());
    }

    @Override
    public List<Review> all(PostmortemId id) {
        return read.get(id, this::readNow);
    }

    private List<Review> readNow(PostmortemId id) {
        return jdbc.sql("select * from review where postmortem_id = ? order by position")
                .param(id.value())
                .query(JdbcReviews::row)
                .list();
    }

    @Override
    @Transactional
    public void write(PostmortemId id, PersonId reviewer, Set<String> checklist, String comments, Verdict verdict) {
        int round = readNow(id).size() + 1;
        read.forget();
        jdbc.sql("""
                insert into review (id, postmortem_id, round, reviewer, at, approved, checklist, comments, to_revise)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        UUID.randomUUID(),
                        id.value(),
                        round,
                        reviewer.value(),
                        clock.instant().atOffset(UTC),
                        verdict.approved(),
                        String.join(",", checklist),
                        comments,
                        verdict.toRevise().stream().map(Step::key).collect(Collectors.joining(",")))
                .update();
        events.publishEvent(new Recorded(id));
    }

    private static Review row(ResultSet row, int number) throws SQLException {
        Set<Step> toRevise =
                words(row.getString("to_revise")).stream().map(Step::ofKey).collect(Collectors.toSet());
        return new Review(
                row.getInt("round"),
                new PersonId(row.getString("reviewer")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                words(row.getString("checklist")),
                row.getString("comments"),
                new Verdict(row.getBoolean("approved"), toRevise));
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(","))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
