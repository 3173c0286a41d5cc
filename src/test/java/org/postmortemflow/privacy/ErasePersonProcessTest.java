package org.postmortemflow.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.access.Scope;
import org.postmortemflow.access.Tokens;
import org.postmortemflow.attachment.Samples;
import org.postmortemflow.comment.Discuss;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.overview.SaveView;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.PersonTable;
import org.postmortemflow.people.PersonTable.Holds;
import org.postmortemflow.people.Pseudonym;
import org.postmortemflow.process.Answers;
import org.postmortemflow.process.People;
import org.postmortemflow.process.ProcessTest;
import org.postmortemflow.process.Walk;
import org.postmortemflow.readership.NameReaders;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;

/** Liam O'Connor takes every part in two postmortems, leaves, and is made nameless: no table speaks of him afterwards. */
@ProcessTest
@Import(Leavers.class)
@DirtiesContext
class ErasePersonProcessTest {

    private static final PersonId ADMIN = new PersonId("admin");
    private static final PersonId LIAM = new PersonId("liam");
    private static final String EVERYWHERE = " Liam O'Connor <liam@demo.example> @liam";

    @Autowired
    MockMvc web;

    @Autowired
    Walk walk;

    @Autowired
    Steps steps;

    @Autowired
    Discuss discuss;

    @Autowired
    Tokens tokens;

    @Autowired
    SaveView saveView;

    @Autowired
    NameReaders nameReaders;

    @Autowired
    ErasePerson erasePerson;

    @Autowired
    List<PersonRecords> rooms;

    @Autowired
    Leavers leavers;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void begin() {
        walk.reset();
        leavers.nobody();
    }

    @Test
    void nothingSpeaksOfThePersonAfterwards() throws Exception {
        PostmortemId his = walked(true);
        PostmortemId reviewed = walked(false);
        takesPartBesides(his);
        speakOfHimEverywhere();
        assertThatThrownBy(() -> erasePerson.erase("liam", "", ADMIN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("organisation file");
        String figures = body("/api/metrics/promises?from=2026-01&to=2026-12");
        leavers.leaves(LIAM);
        // the index reads what has changed before it answers
        web.perform(get("/search?q=anything").with(user("admin"))).andExpect(status().isOk());

        ErasurePlan plan = erasePerson.plan("liam", "", ADMIN);
        assertThat(plan.names()).containsExactly("Liam O'Connor");
        assertThat(plan.addresses()).containsExactly("liam@demo.example");
        assertThat(plan.holds()).isEmpty();
        assertThat(plan.counts())
                .containsKeys("Engine", "Mails", "Meetings", "Document", "Owners", "Reviews", "Search", "Incidents");
        Pseudonym pseudonym = erasePerson.erase("liam", "", ADMIN).orElseThrow();
        web.perform(get("/search?q=anything").with(user("admin"))).andExpect(status().isOk());

        assertThat(new Everywhere(jdbc).speakingOf("liam", "connor")).isEmpty();
        assertThat(new Everywhere(jdbc).speakingOf(pseudonym.id().value()))
                .contains("POSTMORTEM_OWNER.PERSON_ID", "ACT_HI_TASKINST.ASSIGNEE_");
        for (PostmortemId id : List.of(his, reviewed)) {
            for (String page : List.of("", "/ledger", "/export.md")) {
                web.perform(get("/postmortems/" + id + page).with(user("admin")))
                        .andDo(answer ->
                                assertThat(answer.getResolvedException()).isNull())
                        .andExpect(status().isOk())
                        .andExpect(content().string(Matchers.containsStringIgnoringCase("former colleague")));
            }
        }
        assertThat(body("/api/metrics/promises?from=2026-01&to=2026-12")).isEqualTo(figures);
        assertThat(erasePerson.erase("liam", "Liam O'Connor", ADMIN))
                .as("a second time")
                .isEmpty();
        assertThat(erasePerson.earlier(ADMIN)).singleElement().satisfies(one -> {
            assertThat(one.pseudonym()).isEqualTo(pseudonym);
            assertThat(one.values()).isPositive();
        });
    }

    @Test
    void whoeverHasSomethingInHandIsNotMadeNameless() {
        PostmortemId id = walk.incident(SEV_1, List.of(responder(ResponderRole.INCIDENT_COMMANDER, "goran")));
        leavers.leaves(new PersonId("goran"));

        assertThatThrownBy(() -> erasePerson.erase("goran", "", ADMIN))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("They have a role in \"Checkout was slow\", which is still open")
                .hasMessageContaining("\"Designate owner\" of \"Checkout was slow\" is theirs to do");

        assertThat(walk.open(id, Step.DESIGNATE_OWNER).assignee()).hasToString("goran");
    }

    /** Columns that can hold a text and that no room has named hold nobody: here is the list of them. */
    @Test
    void everyColumnThatCanHoldAPersonIsNamedByItsRoom() {
        Set<String> named = new HashSet<>();
        for (PersonRecords room : rooms) {
            for (PersonTable table : room.tables()) {
                table.columns().forEach(column -> named.add(table.name() + "." + column.name()));
            }
        }
        List<String> unnamed = new Everywhere(jdbc)
                .columns().stream()
                        .map(column -> column.toLowerCase(Locale.ROOT))
                        .filter(column -> !column.startsWith("act_") && !column.startsWith("flyway_"))
                        .filter(column -> !named.contains(column))
                        .toList();
        assertThat(unnamed).containsExactlyInAnyOrderElementsOf(HoldsNobody.COLUMNS);
    }

    /** With him in all roles, or as the reviewer of somebody else's. */
    private PostmortemId walked(boolean his) {
        PostmortemId id = his
                ? walk.incident(
                        SEV_1,
                        List.of(
                                responder(ResponderRole.INCIDENT_COMMANDER, "liam"),
                                responder(ResponderRole.SCRIBE, "liam"),
                                responder(ResponderRole.CUSTOMER_LIAISON, "liam"),
                                responder(ResponderRole.STABILISED_SERVICE, "liam")))
                : walk.incident(SEV_1);
        for (Step step : Step.values()) {
            if (step == Step.HOLD_MEETING) {
                walk.passToMeeting(id);
            }
            steps.open(id, step).ifPresent(open -> {
                boolean reviewsOwn = his && step == Step.REVIEW_POSTMORTEM;
                PersonId by = reviewsOwn ? People.OWNER : People.doing(open);
                walk.does(id, step, by, answers(step, his));
            });
        }
        assertThat(walk.isRunning(id)).isFalse();
        return id;
    }

    private static Map<String, ?> answers(Step step, boolean his) {
        Map<String, Object> answers = new HashMap<>(Answers.to(step));
        if (his && step == Step.DESIGNATE_OWNER) {
            answers.put("owner", "liam");
        }
        if (step == Step.SCHEDULE_MEETING) {
            return Map.of();
        }
        answers.replaceAll((name, value) ->
                value instanceof String text && text.contains(" ") ? text + " Liam O'Connor saw it." : value);
        return answers;
    }

    private void takesPartBesides(PostmortemId id) throws Exception {
        discuss.begin(id, null, "Ask @liam, that is Liam O'Connor.", LIAM);
        tokens.make("Liam O'Connor's script", Set.of(Scope.READ), 7, LIAM);
        saveView.save("His", "owner=liam", People.OWNER);
        saveView.save("Mine", "owner=liam", LIAM);
        nameReaders.name(id, List.of(LIAM), List.of(), true, ADMIN);
        web.perform(multipart("/postmortems/" + id + "/attachments")
                        .file(new MockMultipartFile("file", "graph.png", "image/png", Samples.PNG))
                        .param("description", "By Liam O'Connor")
                        .with(user("liam"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
    }

    /**
     * In every column that a room has named, as far as there are rows and it fits in; but for names, links
     * and what the application writes for itself.
     */
    private void speakOfHimEverywhere() {
        for (PersonRecords room : rooms) {
            for (PersonTable table : room.tables()) {
                boolean saysNames = table.columns().stream().anyMatch(column -> column.holds() == Holds.NAME);
                if (!saysNames && !table.name().startsWith("act_")) {
                    table.columns().forEach(column -> speakOfHim(table.name(), column));
                }
            }
        }
        jdbc.update("update follow_up set state = 'DONE'");
    }

    private void speakOfHim(String table, PersonTable.Column column) {
        String name = column.name();
        Integer longest = jdbc.queryForObject(
                "select character_maximum_length from information_schema.columns where lower(table_name) = ?"
                        + " and lower(column_name) = ?",
                Integer.class,
                table,
                name);
        boolean isAddress = name.matches(".*link|url|href|unsubscribe");
        boolean text = !isAddress && column.holds() == Holds.TEXT;
        try {
            if (text) {
                jdbc.update(
                        "update %s set %s = %s || ? where length(%s) < ?".formatted(table, name, name, name),
                        EVERYWHERE,
                        Optional.ofNullable(longest).orElse(Integer.MAX_VALUE) - EVERYWHERE.length());
            } else if (column.holds() == Holds.ID) {
                jdbc.update("update %s set %s = 'liam' where %s is not null".formatted(table, name, name));
            }
        } catch (DataIntegrityViolationException twoOfThem) {
            assertThat(twoOfThem).hasMessageContaining("unique");
        }
    }

    private String body(String address) throws Exception {
        return web.perform(get(address).with(httpBasic("admin", "demo")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
