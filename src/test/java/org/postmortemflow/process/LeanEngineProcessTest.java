package org.postmortemflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.shared.Severity.SEV_1;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.document.Documents;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What people write stays in our tables. While a step is open its task holds the form's fields; nothing of them reaches the
 * engine's history, nor stays behind when the step is done, whether it was done with the form or by a program.
 */
@ProcessTest
class LeanEngineProcessTest {

    private final String mark = "mark" + UUID.randomUUID().toString().replace("-", "");

    @Autowired
    Walk walk;

    @Autowired
    Steps steps;

    @Autowired
    Documents documents;

    @Autowired
    TaskService taskService;

    @Autowired
    IdentityService identityService;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void begin() {
        walk.reset();
    }

    @Test
    void neitherHistoryNorWhatIsLeftOfAFinishedProcessHoldsWhatPeopleWrote() {
        PostmortemId id = walk.incident(SEV_1);
        for (Step step : Step.values()) {
            if (step == Step.HOLD_MEETING) {
                walk.passToMeeting(id);
            }
            steps.open(id, step).ifPresent(open -> {
                PersonId by = People.doing(open);
                walk.does(id, step, by, marked(step));
                assertThat(holding(name -> name.startsWith("act_hi_")))
                        .as("after " + step)
                        .isEmpty();
            });
        }

        assertThat(walk.isRunning(id)).isFalse();
        assertThat(documents.of(id).sections().toString()).contains(mark);
        assertThat(holding(name -> name.startsWith("act_"))).isEmpty();
    }

    /** {@code POST /task/{id}/complete} hands its variables to the process instance before anybody reads them. */
    @Test
    void whatAProgramSendsIsNotKeptEither() {
        PostmortemId id = walk.incident(SEV_1);
        walk.upTo(id, Step.ANALYSE);
        StepState open = walk.open(id, Step.ANALYSE);
        PersonId by = People.doing(open);
        identityService.setAuthenticatedUserId(by.value());
        try {
            taskService.complete(open.taskId(), new HashMap<>(marked(Step.ANALYSE)));
        } finally {
            identityService.clearAuthentication();
        }

        assertThat(documents.of(id).sections().toString()).contains(mark);
        assertThat(holding(name -> name.startsWith("act_"))).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> marked(Step step) {
        Map<String, Object> all = new HashMap<>();
        Answers.to(step).forEach((name, value) -> {
            boolean prose = value instanceof String text && text.contains(" ");
            if (value instanceof List<?> rows) {
                List<Map<String, Object>> marked = new ArrayList<>();
                for (Map<String, Object> row : (List<Map<String, Object>>) rows) {
                    Map<String, Object> copy = new HashMap<>(row);
                    copy.computeIfPresent("event", (key, event) -> event + " " + mark);
                    copy.computeIfPresent("title", (key, title) -> title + " " + mark);
                    marked.add(copy);
                }
                all.put(name, marked);
            } else {
                all.put(name, prose ? value + " " + mark : value);
            }
        });
        return all;
    }

    /** Columns of the tables so named in which the mark is found. */
    private List<String> holding(Predicate<String> table) {
        List<String> found = new ArrayList<>();
        jdbc.query(
                "select table_name, column_name, data_type from information_schema.columns where table_schema = 'PUBLIC'",
                row -> {
                    String name = row.getString(1);
                    String column = row.getString(2);
                    boolean binary = row.getString(3).startsWith("BINARY");
                    boolean text = row.getString(3).startsWith("CHARACTER");
                    if ((text || binary) && table.test(name.toLowerCase(Locale.ROOT)) && holds(name, column, binary)) {
                        found.add(name + "." + column);
                    }
                });
        return found;
    }

    private boolean holds(String table, String column, boolean binary) {
        String select = "select \"%s\" from \"%s\" where \"%s\" is not null".formatted(column, table, column);
        return binary
                ? jdbc.query(select, (row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8)).stream()
                        .anyMatch(text -> text.contains(mark))
                : jdbc.queryForList(select, String.class).stream().anyMatch(text -> text.contains(mark));
    }
}
