package org.postmortemflow.monitoring;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postmortemflow.TestClock;
import org.postmortemflow.process.ProcessTest;
import org.postmortemflow.process.Walk;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What a monitor is told, and that the description and the dashboard speak of the same. */
@ProcessTest
class MetricsTest {

    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-z_]+)(?:\\{([^}]*)})? (\\S+)$");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"([^\"]*)\"");
    private static final Pattern DOCUMENTED = Pattern.compile("(?m)^\\| `(postmortem_[a-z_]+)` \\| ([^|]*)\\|");
    private static final Pattern NAME = Pattern.compile("\\b[a-z]+_[a-z_]+\\b");

    @Autowired
    MockMvc web;

    @Autowired
    Walk walk;

    @Autowired
    TestClock clock;

    @Test
    void theDescriptionNamesWhatIsExposedAndNothingElse() throws Exception {
        Map<String, Set<String>> documented = DOCUMENTED
                .matcher(Files.readString(Path.of("docs/metrics.md")))
                .results()
                .collect(groupingBy(row -> row.group(1), mapping(row -> row.group(2), toSet())));
        Map<String, Set<String>> exposed = samples()
                .filter(sample -> sample.group(1).startsWith("postmortem_"))
                .collect(groupingBy(sample -> sample.group(1), mapping(MetricsTest::labels, toSet())));

        assertThat(exposed).isNotEmpty();
        assertThat(documented.keySet()).isEqualTo(exposed.keySet());
        exposed.forEach((name, labels) -> assertThat(documented.get(name))
                .as(name)
                .containsExactly(labels.iterator().next()));
    }

    @Test
    void theDashboardAsksOnlyForWhatIsExposed() throws Exception {
        // the first request is in the figures of the second
        samples();
        Set<String> exposed = samples().map(sample -> sample.group(1)).collect(toSet());
        JsonNode dashboard = new ObjectMapper()
                .readTree(Path.of("src/main/resources/grafana/postmortem-flow.json")
                        .toFile());
        List<String> asked = dashboard.findValuesAsText("expr").stream()
                .map(expression -> expression.replaceAll("\\{[^}]*}|\\bby \\([^)]*\\)|\\$__\\w+", ""))
                .flatMap(expression -> NAME.matcher(expression).results().map(MatchResult::group))
                .distinct()
                .toList();

        assertThat(exposed).containsAll(asked);
        assertThat(asked)
                .containsAll(exposed.stream()
                        .filter(name -> name.startsWith("postmortem_"))
                        .toList());
        assertThat(dashboard.findValuesAsText("id").stream()
                        .filter(id -> !id.equals("prometheus") && !id.equals("grafana") && !id.equals("null")))
                .doesNotHaveDuplicates();
        assertThat(dashboard.path("panels")).allSatisfy(panel -> {
            assertThat(panel.path("gridPos").path("x").asInt()
                            + panel.path("gridPos").path("w").asInt())
                    .isLessThanOrEqualTo(24);
            assertThat(panel.path("title").asText()).isNotBlank();
        });
    }

    @Test
    void whatIsOpenAndLateIsCountedAndNobodyIsNamed() throws Exception {
        walk.reset();
        double drafts = value("postmortem_open", "status", "draft");
        double steps = value("postmortem_steps_open", "step", "designate-owner");
        double due = value("postmortem_deadlines_due", "kind", "owner-designated");
        PostmortemId id = walk.incident(Severity.SEV_1);

        assertThat(value("postmortem_open", "status", "draft")).isEqualTo(drafts + 1);
        assertThat(value("postmortem_steps_open", "step", "designate-owner")).isEqualTo(steps + 1);
        assertThat(value("postmortem_deadlines_due", "kind", "owner-designated"))
                .isEqualTo(due + 1);
        assertThat(value("postmortem_outbox_waiting", "", "")).isPositive();
        assertThat(scrape()).doesNotContain(id.toString(), "\"ada\"", "checkout");
        double overdue = value("postmortem_steps_overdue", "step", "designate-owner");
        clock.advance(java.time.Duration.ofHours(3));
        assertThat(value("postmortem_steps_overdue", "step", "designate-owner")).isGreaterThan(overdue);
        assertThat(value("postmortem_outbox_oldest_seconds", "", "")).isGreaterThanOrEqualTo(3 * 3600);
    }

    @Test
    void livenessAndReadinessAreOpenAndTellNoDetailsToStrangers() throws Exception {
        for (String probe : List.of("liveness", "readiness")) {
            String answer = web.perform(get("/actuator/health/" + probe))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(answer).contains("\"UP\"").doesNotContain("components");
        }
        assertThat(web.perform(get("/actuator/health/readiness")
                                .with(user("admin").roles("ADMIN")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("\"db\"", "\"outbox\"", "\"readinessState\"");
    }

    private double value(String name, String label, String value) throws Exception {
        return samples()
                .filter(sample -> sample.group(1).equals(name))
                .filter(sample ->
                        label.isEmpty() || String.valueOf(sample.group(2)).contains(label + "=\"" + value + "\""))
                .mapToDouble(sample -> Double.parseDouble(sample.group(3)))
                .findFirst()
                .orElseThrow();
    }

    private Stream<MatchResult> samples() throws Exception {
        return SAMPLE.matcher(scrape()).results();
    }

    private String scrape() throws Exception {
        return web.perform(get("/actuator/prometheus").with(httpBasic("admin", "demo")))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    /** As the description has them. */
    private static String labels(MatchResult sample) {
        Matcher matcher = LABEL.matcher(String.valueOf(sample.group(2)));
        return matcher.results().map(label -> "`" + label.group(1) + "` ").reduce("", String::concat);
    }
}
