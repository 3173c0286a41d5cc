package org.postmortemflow.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postmortemflow.PostmortemFlowApplication;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.search.Search;
import org.postmortemflow.search.SearchQuery;
import org.postmortemflow.search.SimilarIncidents;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Searching 10,000 postmortems, by somebody who may not read 50 of them. */
class SearchBenchmark {

    private static final int SEARCHES = 300;
    private static final int OTHERS = 40;
    private static final int WARM_UP = 30;
    private static final PersonId READER = new PersonId("liam");

    @TempDir
    Path folder;

    @Test
    void onH2() {
        measure("H2 in a file", "jdbc:h2:file:" + folder.resolve("bench") + ";WRITE_DELAY=0", "sa");
    }

    @Test
    void onPostgres() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            measure(
                    "PostgreSQL",
                    postgres.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true",
                    "postgres");
        }
    }

    private static void measure(String database, String url, String user) {
        try (ConfigurableApplicationContext context = start(url, user)) {
            long begun = System.nanoTime();
            ManyPostmortems many = new ManyPostmortems(context.getBean(JdbcTemplate.class));
            many.write();
            System.out.printf(
                    Locale.ROOT,
                    "%n%s, %,d postmortems, written in %.0f s (ms)%n",
                    database,
                    ManyPostmortems.COUNT,
                    (System.nanoTime() - begun) / 1e9);
            Search search = context.getBean(Search.class);
            List<Double> everything = new ArrayList<>();
            for (Map.Entry<String, List<SearchQuery>> kind : queries(many).entrySet()) {
                List<SearchQuery> queries = kind.getValue();
                double[] times = times(SEARCHES / 6, i -> search.page(queries.get(i % queries.size()), READER, 0, 20));
                print(kind.getKey(), times);
                Arrays.stream(times).forEach(everything::add);
            }
            print(
                    "all searches",
                    everything.stream().mapToDouble(one -> one).sorted().toArray());
            SimilarIncidents similar = context.getBean(SimilarIncidents.class);
            print("similar incidents", times(OTHERS, i -> similar.of(many.id(i * 37), READER)));
            Documents documents = context.getBean(Documents.class);
            print("saving a section", times(OTHERS, i -> write(documents, many.id(i * 41), many.text(i))));
        }
    }

    private static void write(Documents documents, PostmortemId id, String text) {
        documents.write(id, Map.of(SectionName.WHAT_HAPPENED, text), READER);
    }

    private static ConfigurableApplicationContext start(String url, String user) {
        return new SpringApplicationBuilder(PostmortemFlowApplication.class)
                .run(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + user,
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=WARN",
                        "--server.port=0",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--postmortem.outbox.relay-enabled=false");
    }

    /** What people type: common and rare words, alone and together, with conditions. */
    private static Map<String, List<SearchQuery>> queries(ManyPostmortems many) {
        Map<String, List<SearchQuery>> queries = new java.util.LinkedHashMap<>();
        List<SearchQuery> common = new ArrayList<>();
        List<SearchQuery> rare = new ArrayList<>();
        List<SearchQuery> both = new ArrayList<>();
        List<SearchQuery> three = new ArrayList<>();
        List<SearchQuery> facts = new ArrayList<>();
        List<SearchQuery> some = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            common.add(SearchQuery.of(many.word(i)));
            rare.add(SearchQuery.of(many.word(3000 + 100 * i)));
            both.add(SearchQuery.of(many.word(i) + " " + many.word(400 + i)));
            three.add(SearchQuery.of(many.word(i) + " " + many.word(i + 1) + " " + many.word(i + 2)));
            facts.add(new SearchQuery(
                    many.word(i),
                    many.word(30 + i),
                    i % 2 == 0 ? "checkout-api" : null,
                    Severity.SEV_1,
                    null,
                    null,
                    null));
            some.add(SearchQuery.of(many.word(i) + " neverwritten " + many.word(50 + i)));
        }
        queries.put("a common word", common);
        queries.put("a rare word", rare);
        queries.put("a common and a rare word", both);
        queries.put("three common words", three);
        queries.put("words, factor, service, severity", facts);
        queries.put("words that nothing has all of", some);
        return queries;
    }

    private static double[] times(int count, IntConsumer work) {
        for (int i = 0; i < WARM_UP; i++) {
            work.accept(i);
        }
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            long begun = System.nanoTime();
            work.accept(i);
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    private static void print(String what, double[] sorted) {
        System.out.printf(
                Locale.ROOT,
                "%-34s p50 %7.1f   p95 %7.1f%n",
                what,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100]);
    }
}
