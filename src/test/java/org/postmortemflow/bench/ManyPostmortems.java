package org.postmortemflow.bench;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Generated postmortems, with words as often as in a language: the n-th has a share of about 1/n. Always the same ones. */
final class ManyPostmortems {

    static final int COUNT = 10_000;

    private static final int VOCABULARY = 8_000;
    private static final int LENGTH = 160;
    private static final int PRIVATE = 50;
    private static final int CHUNK = 250;
    private static final String[] SYLLABLES =
            "ba co du fe gi ha jo ku le mi no pa qui ro su te va wo xy za bran clo drum fleck grom".split(" ");
    private static final OffsetDateTime FIRST = OffsetDateTime.of(2023, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final JdbcTemplate jdbc;
    private final Random random = new Random(7);
    private final List<String> words = new ArrayList<>();
    private final List<String> stems = new ArrayList<>();
    private final double[] shares = new double[VOCABULARY];
    private final List<PostmortemId> ids = new ArrayList<>();

    ManyPostmortems(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        Set<String> known = new HashSet<>();
        while (words.size() < VOCABULARY) {
            String word = syllable() + syllable() + syllable();
            if (known.add(stem(word))) {
                words.add(word);
                stems.add(stem(word));
            }
        }
        double sum = 0;
        for (int i = 0; i < VOCABULARY; i++) {
            sum += 1.0 / (i + 3);
            shares[i] = sum;
        }
    }

    /** The n-th most common one. */
    String word(int n) {
        return words.get(n);
    }

    PostmortemId id(int n) {
        return ids.get(n % COUNT);
    }

    String text(int n) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(words.get(next())).append(i % 11 == 10 ? ".\n" : " ");
        }
        return text.append(n).toString();
    }

    void write() {
        jdbc.execute("drop index search_word_found");
        jdbc.execute("drop index search_word_of_entry");
        for (int i = 0; i < COUNT; i += CHUNK) {
            writeChunk(i);
        }
        jdbc.execute("create index search_word_found on search_word (word, number, weight, factor)");
        jdbc.execute("create index search_word_of_entry on search_word (number, word, weight, factor)");
        for (int i = 0; i < PRIVATE; i++) {
            jdbc.update(
                    "insert into postmortem_private values (?, 'secret', ?, 'ada')",
                    id(i * 7).value(),
                    FIRST);
        }
        jdbc.execute("analyze");
    }

    private void writeChunk(int first) {
        List<Object[]> incidents = new ArrayList<>();
        List<Object[]> services = new ArrayList<>();
        List<Object[]> postmortems = new ArrayList<>();
        List<Object[]> entries = new ArrayList<>();
        List<Object[]> texts = new ArrayList<>();
        List<Object[]> found = new ArrayList<>();
        for (int i = first; i < first + CHUNK; i++) {
            UUID incident = new UUID(random.nextLong(), random.nextLong());
            UUID id = new UUID(random.nextLong(), random.nextLong());
            ids.add(new PostmortemId(id));
            OffsetDateTime at = FIRST.plusHours(3L * i);
            String severity = "SEV_" + (1 + i % 5);
            String title = words.get(next()) + " " + words.get(next()) + " " + i;
            incidents.add(new Object[] {incident, "INC-" + i, title, severity, at, at, at});
            services.add(new Object[] {incident, i % 3 == 0 ? "checkout-api" : "service-" + i % 40});
            postmortems.add(new Object[] {id, incident, title, severity, i % 10 == 0 ? "DRAFT" : "CLOSED", at, at});
            entries.add(new Object[] {i, id});
            Map<Integer, Integer> times = new HashMap<>();
            StringBuilder text = new StringBuilder();
            for (int word = 0; word < LENGTH; word++) {
                int next = next();
                times.merge(next, 1, Integer::sum);
                text.append(words.get(next)).append(word % 11 == 10 ? ".\n" : " ");
            }
            texts.add(new Object[] {i, 0, "Title", title});
            texts.add(new Object[] {i, 1, "What happened", text.toString()});
            int number = i;
            times.forEach((word, often) ->
                    found.add(new Object[] {stems.get(word), number, 20 * often / (often + 1), word % 7 == 0}));
        }
        jdbc.batchUpdate("""
                insert into incident (id, source, external_key, title, severity, resolved_at, summary, told_at, state_at)
                values (?, 'bench', ?, ?, ?, ?, '', ?, ?)""", incidents);
        jdbc.batchUpdate("insert into incident_service (incident_id, position, service) values (?, 0, ?)", services);
        jdbc.batchUpdate("""
                insert into postmortem (id, incident_id, title, severity, status, clock_start, opened_at,
                  customers_affected, version)
                values (?, ?, ?, ?, ?, ?, ?, true, 0)""", postmortems);
        jdbc.batchUpdate("insert into search_entry (number, postmortem_id, version) values (?, ?, 1)", entries);
        jdbc.batchUpdate("insert into search_text (number, position, heading, text) values (?, ?, ?, ?)", texts);
        jdbc.batchUpdate("insert into search_word (word, number, weight, factor) values (?, ?, ?, ?)", found);
    }

    private int next() {
        double at = random.nextDouble() * shares[VOCABULARY - 1];
        int found = java.util.Arrays.binarySearch(shares, at);
        return Math.min(VOCABULARY - 1, found < 0 ? -found - 1 : found);
    }

    private String syllable() {
        return SYLLABLES[random.nextInt(SYLLABLES.length)];
    }

    private static String stem(String word) {
        EnglishStemmer stemmer = new EnglishStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }
}
