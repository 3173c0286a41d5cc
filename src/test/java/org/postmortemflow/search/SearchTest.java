package org.postmortemflow.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.INCIDENT_COMMANDER;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Severity.SEV_2;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.readership.KeepPrivate;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.shared.Step;
import org.postmortemflow.timeline.TimelineItem;
import org.postmortemflow.timeline.TimelineKind;
import org.postmortemflow.timeline.Timelines;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** R25: postmortems are found by everybody who may read them. Each test has its own rare word. */
@RoomSlice
class SearchTest {

    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId LIAM = new PersonId("liam");

    @Autowired
    Scene scene;

    @Autowired
    Search search;

    @Autowired
    SimilarIncidents similar;

    @Autowired
    SearchUpkeep upkeep;

    @Autowired
    Documents documents;

    @Autowired
    Timelines timelines;

    @Autowired
    KeepPrivate keepPrivate;

    @Autowired
    TransactionTemplate transaction;

    private PostmortemId id;

    @BeforeEach
    void anIncident() {
        upkeep.catchUp();
        id = scene.postmortem(SEV_1, responder(INCIDENT_COMMANDER, "ada"));
    }

    @Test
    void itIsFoundByWhatStandsInAnyPartOfIt() {
        write(id, SectionName.RESOLUTION, "We restarted the zanzibars.");
        timelines.add(id, List.of(TimelineItem.of(TestClock.START, "Quaggas alerted", TimelineKind.PAGE, "")), ADA);
        scene.does(id, Step.OPEN_FOLLOW_UPS, "kavya", Map.of("followUps", List.of(followUp("Limit the okapis"))));
        scene.does(
                id,
                Step.DRAFT_EXTERNAL_MESSAGE,
                "hana",
                Map.of("summary", "Narwhals were slow.", "whatHappened", "A change.", "whatWeDo", "Tests."));
        for (String words : List.of("zanzibar", "QUAGGA alert", "okapi", "narwhal", "checkout zanzibar quagga okapi")) {
            assertThat(found(words)).as(words).containsExactly(id);
        }
        assertThat(found("zanzibar elephantine")).as("only some of the words").containsExactly(id);
        assertThat(search.page(SearchQuery.of("zanzibar elephantine"), LIAM, 0, 20)
                        .allWords())
                .isFalse();
        assertThat(found("elephantine")).isEmpty();
        assertThat(found("the of %")).as("words that say nothing").isEmpty();
    }

    @Test
    void whatIsNoLongerWrittenIsNoLongerFound() {
        write(id, SectionName.OVERVIEW, "The albatross broke.");
        assertThat(found("albatross")).containsExactly(id);
        write(id, SectionName.OVERVIEW, "The cormorant broke.");
        assertThat(found("albatross")).isEmpty();
        assertThat(found("cormorant")).containsExactly(id);
    }

    @Test
    void whatWasRolledBackIsNotFound() {
        transaction.executeWithoutResult(status -> {
            write(id, SectionName.OVERVIEW, "The pelican broke.");
            status.setRollbackOnly();
        });
        assertThat(found("pelican")).isEmpty();
    }

    @Test
    void hiddenTimelineItemsAndPersonsAreNotFound() {
        TimelineItem noise = new TimelineItem(
                java.util.UUID.randomUUID(), TestClock.START, "Walrus noise", TimelineKind.ACTION, "", true);
        timelines.add(id, List.of(noise), ADA);
        assertThat(found("walrus")).isEmpty();
        assertThat(found("Okafor")).isEmpty();
    }

    @Test
    void factsNarrowItDown() {
        PostmortemId other = scene.postmortem(SEV_2, "payment-gateway");
        write(id, SectionName.OVERVIEW, "The axolotl broke.");
        write(other, SectionName.CONTRIBUTING_FACTORS, "The axolotl has no limit.");
        assertThat(found("axolotl")).containsExactlyInAnyOrder(id, other);
        assertThat(found(query("axolotl", "", "payment-gateway", null, null, null, null)))
                .containsExactly(other);
        assertThat(found(query("axolotl", "", null, SEV_1, null, null, null))).containsExactly(id);
        assertThat(found(query("", "axolotl", null, null, null, null, null))).containsExactly(other);
        LocalDate day = LocalDate.of(2026, 6, 10);
        assertThat(found(query("axolotl", "", null, null, Status.DRAFT, day, day)))
                .hasSize(2);
        assertThat(found(query("axolotl", "", null, null, Status.CLOSED, null, null)))
                .isEmpty();
        assertThat(found(query("axolotl", "", null, null, null, day.plusDays(1), null)))
                .isEmpty();
        assertThat(found(query("axolotl", "", null, null, null, null, day.minusDays(1))))
                .isEmpty();
        assertThat(found(query("", "", "Payment Gateway", null, null, day, day)))
                .contains(other)
                .doesNotContain(id);
    }

    @Test
    void titlesAndRareWordsComeFirst() {
        PostmortemId rare = scene.postmortem(SEV_2);
        write(id, SectionName.OTHER, "A capybara was mentioned in passing.");
        write(rare, SectionName.OVERVIEW, "The capybara broke, because each capybara waits for another.");
        assertThat(found("capybara")).containsExactly(rare, id);
    }

    @Test
    void whoeverMayNotReadItNeitherSeesNorCountsIt() {
        PostmortemId open = scene.postmortem(SEV_2);
        write(id, SectionName.OVERVIEW, "The secret ocelot broke.");
        write(open, SectionName.OVERVIEW, "The open ocelot broke.");
        keepPrivate.makePrivate(id, "An open hole", ADA);
        Findings outside = search.page(SearchQuery.of("ocelot"), LIAM, 0, 20);
        assertThat(ids(outside)).containsExactly(open);
        assertThat(outside.total()).isEqualTo(1);
        assertThat(search.page(SearchQuery.of("secret ocelot"), LIAM, 0, 20).total())
                .isEqualTo(1);
        assertThat(ids(search.page(SearchQuery.of("ocelot"), ADA, 0, 20))).hasSize(2);
        assertThat(ids(search.page(SearchQuery.of("ocelot"), new PersonId("admin"), 0, 20)))
                .hasSize(2);
        assertThat(similar.of(open, LIAM))
                .extracting(one -> one.postmortem().id())
                .doesNotContain(id);
        keepPrivate.makeOpen(id, "The hole is closed", ADA);
        assertThat(ids(search.page(SearchQuery.of("ocelot"), LIAM, 0, 20))).hasSize(2);
    }

    @Test
    void aProgramReadsEverythingOnceWhileMoreIsWritten() {
        List<PostmortemId> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            PostmortemId one = scene.postmortem(SEV_2);
            write(one, SectionName.OVERVIEW, "The tapir broke. " + "tapir ".repeat(i));
            all.add(one);
        }
        SearchQuery query = SearchQuery.of("tapir");
        Findings part = search.page(query, LIAM, 0, 3);
        List<PostmortemId> read = new ArrayList<>(ids(part));
        while (part.next() != null) {
            write(scene.postmortem(SEV_2), SectionName.OVERVIEW, "tapir ".repeat(50));
            part = search.after(query, LIAM, part.next(), 3);
            read.addAll(ids(part));
        }
        assertThat(read).containsExactlyInAnyOrderElementsOf(all);
        assertThat(search.page(query, LIAM, 99, 3).findings()).isEmpty();
    }

    @Test
    void aCursorOfAnotherSearchOrOfNobodyIsRefused() {
        for (String after : List.of("x", "", "YWxsOzE7MTsyMDI2LTA2LTEwVDEyOjAwOjAwWjt4", "%%%", "a".repeat(10_000))) {
            assertThatThrownBy(() -> search.after(SearchQuery.of("tapir"), LIAM, after, 3))
                    .as(after)
                    .isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "\"unclosed",
                "100% _ pool",
                "a' or '1'='1",
                "'; drop table search_word; --",
                "-pool +pool pool* (pool AND NOT",
                "\\",
                "title:pool",
                "<script>alert(1)</script>",
                "\u0000 pool",
                "🦆 ﷽ \u202epool"
            })
    void hostileWordsAreOnlyWords(String words) {
        assertThat(search.page(SearchQuery.of(words), LIAM, 0, 20)).isNotNull();
        assertThat(search.page(query("", words, words, null, null, null, null), LIAM, 0, 20))
                .isNotNull();
        assertThat(found("checkout")).contains(id);
    }

    @Test
    void aQuestionThatIsTooLongOrRunsBackwardsIsRefused() {
        assertThatThrownBy(() -> found("pool ".repeat(2000))).isInstanceOf(Refused.class);
        LocalDate day = LocalDate.of(2026, 6, 10);
        assertThatThrownBy(() -> found(query("", "", null, null, null, day, day.minusDays(1))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> found(query("", "", null, null, null, LocalDate.MIN, LocalDate.MAX)))
                .isInstanceOf(Refused.class);
        String many = "alpha bravo charlie delta echo foxtrot golf hotel india juliett kilo lima mike november";
        assertThat(search.page(SearchQuery.of(many), LIAM, 0, 20).ignored()).isTrue();
    }

    @Test
    void longTextsAreFoundToTheirEnd() {
        write(id, SectionName.OTHER, "word ".repeat(9_990) + "manatee");
        timelines.add(
                id,
                java.util.stream.IntStream.range(0, 30)
                        .mapToObj(i -> TimelineItem.of(
                                TestClock.START, "x".repeat(3900) + " dugong" + i, TimelineKind.ACTION, ""))
                        .toList(),
                ADA);
        assertThat(found("manatee")).containsExactly(id);
        assertThat(found("dugong29")).containsExactly(id);
    }

    private void write(PostmortemId postmortem, SectionName section, String text) {
        documents.write(postmortem, Map.of(section, text), ADA);
    }

    private static Map<String, Object> followUp(String title) {
        return Map.of("title", title, "kind", "prevention", "team", "payments");
    }

    private List<PostmortemId> found(String words) {
        return found(SearchQuery.of(words));
    }

    private List<PostmortemId> found(SearchQuery query) {
        return ids(search.page(query, LIAM, 0, 100));
    }

    private static List<PostmortemId> ids(Findings findings) {
        return findings.findings().stream().map(one -> one.match().id()).toList();
    }

    private static SearchQuery query(
            String words,
            String factor,
            @Nullable String service,
            @Nullable Severity severity,
            @Nullable Status status,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        return new SearchQuery(words, factor, service, severity, status, from, to);
    }
}
