package org.postmortemflow.search.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postmortemflow.readership.Readable;
import org.postmortemflow.search.Match;
import org.postmortemflow.search.Matching;
import org.postmortemflow.search.Passage;
import org.postmortemflow.search.SearchIndex;
import org.postmortemflow.search.Window;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcSearchIndex implements SearchIndex {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcSearchIndex(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    public void markOutdated(PostmortemId id) {
        int marked = jdbc.sql("update search_entry set version = 0 where postmortem_id = ?")
                .param(id.value())
                .update();
        if (marked == 0) {
            insert(id);
        }
    }

    @Override
    public void markUnreadable(PostmortemId id) {
        jdbc.sql("update search_entry set version = -1 where postmortem_id = ? and version = 0")
                .param(id.value())
                .update();
    }

    @Override
    public int lock(PostmortemId id) {
        return jdbc.sql("select version from search_entry where postmortem_id = ? for update")
                .param(id.value())
                .query(Integer.class)
                .optional()
                .orElseGet(() -> {
                    insert(id);
                    return 0;
                });
    }

    private void insert(PostmortemId id) {
        jdbc.sql("insert into search_entry (postmortem_id, version) values (?, 0)")
                .param(id.value())
                .update();
    }

    @Override
    public void write(PostmortemId id, int version, List<Passage> passages, Map<String, Weight> words) {
        long number = jdbc.sql("select number from search_entry where postmortem_id = ?")
                .param(id.value())
                .query(Long.class)
                .single();
        writeFromFirstDifference(number, texts(List.of(id)).getOrDefault(id, List.of()), passages);
        writeDifference(number, words(List.of(id)).getOrDefault(id, Map.of()), words);
        jdbc.sql("update search_entry set version = ? where number = ?")
                .params(version, number)
                .update();
    }

    private void writeFromFirstDifference(long number, List<Passage> before, List<Passage> now) {
        int same = 0;
        while (same < Math.min(before.size(), now.size())
                && before.get(same).heading().equals(now.get(same).heading())
                && before.get(same).text().equals(now.get(same).text())) {
            same++;
        }
        if (same < before.size()) {
            jdbc.sql("delete from search_text where number = ? and position >= ?")
                    .params(number, same)
                    .update();
        }
        List<Object[]> texts = new ArrayList<>();
        for (int position = same; position < now.size(); position++) {
            Passage passage = now.get(position);
            texts.add(new Object[] {number, position, passage.heading(), passage.text()});
        }
        if (!texts.isEmpty()) {
            batches.batchUpdate("insert into search_text (number, position, heading, text) values (?, ?, ?, ?)", texts);
        }
    }

    /** Most edits touch few words of a long text. */
    private void writeDifference(long number, Map<String, Weight> before, Map<String, Weight> now) {
        List<Object[]> gone = new ArrayList<>();
        before.forEach((word, weight) -> {
            if (!weight.equals(now.get(word))) {
                gone.add(new Object[] {word, number});
            }
        });
        List<Object[]> added = new ArrayList<>();
        now.forEach((word, weight) -> {
            if (!weight.equals(before.get(word))) {
                added.add(new Object[] {word, number, weight.weight(), weight.factor()});
            }
        });
        if (!gone.isEmpty()) {
            batches.batchUpdate("delete from search_word where word = ? and number = ?", gone);
        }
        if (!added.isEmpty()) {
            batches.batchUpdate("insert into search_word (word, number, weight, factor) values (?, ?, ?, ?)", added);
        }
    }

    @Override
    public void forgetVersions() {
        jdbc.sql("update search_entry set version = 0").update();
    }

    @Override
    public void forgetOtherVersions(int version) {
        jdbc.sql("update search_entry set version = 0 where version <> ? and version <> 0")
                .param(version)
                .update();
    }

    @Override
    public List<PostmortemId> changed(int most) {
        return jdbc
                .sql("select postmortem_id from search_entry where version = 0 fetch first ? rows only")
                .param(most)
                .query(UUID.class)
                .list()
                .stream()
                .map(PostmortemId::new)
                .toList();
    }

    @Override
    public long countChanged() {
        return jdbc.sql("select count(*) from search_entry where version = 0")
                .query(Long.class)
                .single();
    }

    @Override
    public long countAll() {
        return jdbc.sql("select count(*) from search_entry").query(Long.class).single();
    }

    @Override
    public Map<String, Long> frequencies(Collection<String> words) {
        Map<String, Long> frequencies = new HashMap<>();
        if (!words.isEmpty()) {
            jdbc.sql("select word, count(*) as often from search_word where word in (" + Sql.marks(words.size())
                            + ") group by word")
                    .params(List.copyOf(words))
                    .query(row -> {
                        frequencies.put(row.getString("word"), row.getLong("often"));
                    });
        }
        return frequencies;
    }

    @Override
    public Map<PostmortemId, Map<String, Weight>> words(Collection<PostmortemId> ids) {
        Map<PostmortemId, Map<String, Weight>> words = new HashMap<>();
        numbers(ids).forEach((number, id) -> {
            Map<String, Weight> its = new HashMap<>();
            jdbc.sql("select word, weight, factor from search_word where number = ?")
                    .param(number)
                    .query(row -> {
                        its.put(row.getString("word"), new Weight(row.getInt("weight"), row.getBoolean("factor")));
                    });
            words.put(id, its);
        });
        return words;
    }

    @Override
    public Map<PostmortemId, List<Passage>> texts(Collection<PostmortemId> ids) {
        Map<PostmortemId, List<Passage>> texts = new LinkedHashMap<>();
        Map<Long, PostmortemId> numbers = numbers(ids);
        if (!numbers.isEmpty()) {
            jdbc.sql("select number, heading, text from search_text where number in (" + Sql.marks(numbers.size())
                            + ") order by number, position")
                    .params(List.copyOf(numbers.keySet()))
                    .query(row -> {
                        texts.computeIfAbsent(numbers.get(row.getLong("number")), id -> new ArrayList<>())
                                .add(new Passage(row.getString("heading"), row.getString("text"), 1, false));
                    });
        }
        return texts;
    }

    private Map<Long, PostmortemId> numbers(Collection<PostmortemId> ids) {
        Map<Long, PostmortemId> numbers = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select number, postmortem_id from search_entry where postmortem_id in (" + Sql.marks(ids.size())
                            + ") order by number")
                    .params(values(ids))
                    .query(row -> {
                        numbers.put(
                                row.getLong("number"), new PostmortemId(row.getObject("postmortem_id", UUID.class)));
                    });
        }
        return numbers;
    }

    @Override
    public Map<PostmortemId, List<String>> services(Collection<PostmortemId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        record Row(PostmortemId id, String service) {}
        return jdbc
                .sql("select p.id, s.service from postmortem p join incident_service s on s.incident_id = p.incident_id"
                        + " where p.id in (" + Sql.marks(ids.size()) + ") order by s.position")
                .params(values(ids))
                .query((row, number) ->
                        new Row(new PostmortemId(row.getObject("id", UUID.class)), row.getString("service")))
                .list()
                .stream()
                .collect(groupingBy(Row::id, mapping(Row::service, toList())));
    }

    @Override
    public List<Match> matches(Matching matching, Readable readable, Window window) {
        Sql sql = MatchSql.of(matching, readable, window);
        return jdbc.sql(sql.text()).params(sql.params()).query(MatchSql::read).list();
    }

    private static List<UUID> values(Collection<PostmortemId> ids) {
        return ids.stream().map(PostmortemId::value).toList();
    }
}
