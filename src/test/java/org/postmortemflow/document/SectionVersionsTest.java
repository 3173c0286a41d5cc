package org.postmortemflow.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.document.SectionName.OVERVIEW;
import static org.postmortemflow.document.SectionName.RESOLUTION;
import static org.postmortemflow.document.SectionName.VISIBLE_MINUTES;
import static org.postmortemflow.document.SectionName.WHAT_HAPPENED;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Step.ANALYSE;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.beans.factory.annotation.Autowired;

/** R15: sections save on their own, every version stays, and no save hides another. */
@RoomSlice
class SectionVersionsTest {

    private static final PersonId BEN = new PersonId("ben");
    private static final PersonId KAVYA = new PersonId("kavya");

    private static final Map<String, Object> ANALYSIS = Map.of(
            "overview", "Slow for 40 minutes.",
            "whatHappened", "A query had no index.",
            "contributingFactors", "Tests ran on small tables.",
            "resolution", "Rolled back.");

    @Autowired
    Scene scene;

    @Autowired
    WriteSection write;

    @Autowired
    SectionVersions versions;

    @Autowired
    Documents documents;

    @Autowired
    Editors editors;

    @Autowired
    Postmortems postmortems;

    @Autowired
    TestClock clock;

    private PostmortemId id;

    @BeforeEach
    void anIncident() {
        id = scene.postmortem(SEV_1);
    }

    @Test
    void everySaveIsAVersionWithItsAuthorAndTime() {
        saves(BEN, 0, "First");
        clock.advance(Duration.ofMinutes(5));
        saves(KAVYA, 1, "Second\r\n");

        assertThat(versions.of(id, OVERVIEW))
                .extracting(SectionVersion::number, SectionVersion::text, SectionVersion::author, SectionVersion::at)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, "Second", KAVYA, TestClock.START.plusSeconds(300)),
                        org.assertj.core.groups.Tuple.tuple(1, "First", BEN, TestClock.START));
        assertThat(documents.of(id).text(OVERVIEW)).isEqualTo("Second");
    }

    @Test
    void savingWhatIsThereMakesNoVersion() {
        saves(BEN, 0, "First");
        saves(KAVYA, 1, " First ");
        documents.write(id, Map.of(OVERVIEW, "First", RESOLUTION, ""), KAVYA);

        assertThat(versions.of(id, OVERVIEW)).hasSize(1);
        assertThat(versions.of(id, RESOLUTION)).isEmpty();
    }

    @Test
    void whoStartedFromAnOlderVersionGetsBothTextsAndNothingIsSaved() {
        saves(BEN, 0, "One.\n\nTwo.");
        saves(BEN, 1, "One, changed.\n\nTwo.");

        Optional<Overtaken> overtaken = write.save(id, OVERVIEW, 1, "One.\n\nTwo, changed.", KAVYA);

        assertThat(overtaken).hasValueSatisfying(both -> {
            assertThat(both.theirs().text()).isEqualTo("One, changed.\n\nTwo.");
            assertThat(both.mine()).isEqualTo("One.\n\nTwo, changed.");
            assertThat(both.merged()).isEqualTo("One, changed.\n\nTwo, changed.");
            assertThat(both.clean()).isTrue();
        });
        assertThat(documents.of(id).text(OVERVIEW)).isEqualTo("One, changed.\n\nTwo.");
    }

    @Test
    void ofManyWhoSaveAtOnceOneSavesAndTheOthersAreTold() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Optional<Overtaken>>> saves = IntStream.range(0, 8)
                    .<Callable<Optional<Overtaken>>>mapToObj(
                            number -> () -> write.save(id, OVERVIEW, 0, "Text " + number, BEN))
                    .toList();
            int told = 0;
            for (Future<Optional<Overtaken>> save : people.invokeAll(saves)) {
                told += save.get().isPresent() ? 1 : 0;
            }
            assertThat(told).isEqualTo(7);
        } finally {
            people.shutdownNow();
        }
        assertThat(versions.of(id, OVERVIEW)).hasSize(1);
    }

    @Test
    void anUnfinishedMergeAndATextThatIsTooLongAreRefused() {
        assertThatThrownBy(() -> saves(BEN, 0, "<<<<<<< Ben\na\n=======\nb\n>>>>>>> yours"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> saves(BEN, 0, "x".repeat(Documents.MAX_TEXT + 1)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> write.save(id, VISIBLE_MINUTES, 0, "many", BEN))
                .isInstanceOf(Refused.class);
        saves(BEN, 0, "x".repeat(Documents.MAX_TEXT));

        assertThat(versions.of(id, OVERVIEW)).hasSize(1);
    }

    @Test
    void anOldVersionIsRestoredAsANewOne() {
        saves(BEN, 0, "First");
        saves(BEN, 1, "Second");

        write.restore(id, OVERVIEW, 1, KAVYA);

        assertThat(versions.of(id, OVERVIEW))
                .extracting(SectionVersion::text)
                .containsExactly("First", "Second", "First");
        assertThat(versions.of(id, OVERVIEW).get(0).author()).isEqualTo(KAVYA);
    }

    @Test
    void whatIsChangedAfterClosingIsMarkedAsACorrection() {
        saves(BEN, 0, "First");
        close();

        saves(KAVYA, 1, "Second");

        assertThat(versions.of(id, OVERVIEW))
                .extracting(SectionVersion::correction)
                .containsExactly(true, false);
        assertThat(scene.history(id)).contains("Corrected after closing: Overview");
    }

    @Test
    void whatAClosedPostmortemIsFirstFilledWithIsNoCorrection() {
        close();

        documents.write(id, Map.of(OVERVIEW, "Imported", RESOLUTION, "Imported"), BEN);

        assertThat(versions.current(id).values()).noneMatch(SectionVersion::correction);
    }

    @Test
    void aCancelledPostmortemIsNotWrittenAnyMore() {
        postmortems.moveTo(id, Status.CANCELLED, BEN, "No incident");

        assertThatThrownBy(() -> saves(BEN, 0, "First")).isInstanceOf(Refused.class);
        assertThat(versions.of(id, OVERVIEW)).isEmpty();
    }

    @Test
    void aStepWhoseFormIsOldKeepsWhatOthersSavedWhereItWasLeftAlone() {
        Map<String, Object> form = new HashMap<>(scene.prefill(id, ANALYSE));
        form.putAll(ANALYSIS);
        form.put("wentWell", "");
        write.save(id, SectionName.WENT_WELL, 0, "The rollback was quick.", BEN);

        scene.does(id, ANALYSE, "kavya", form);

        assertThat(documents.of(id).text(SectionName.WENT_WELL)).isEqualTo("The rollback was quick.");
        assertThat(documents.of(id).text(OVERVIEW)).isEqualTo(ANALYSIS.get("overview"));
    }

    @Test
    void aStepWhoseFormIsOldSaysSoBesideTheSectionThatBothWrote() {
        Map<String, Object> form = new HashMap<>(scene.prefill(id, ANALYSE));
        form.putAll(ANALYSIS);
        saves(BEN, 0, "Ben's overview");

        assertThat(scene.problemsOf(id, ANALYSE, "kavya", form))
                .containsOnlyKeys("overview")
                .hasEntrySatisfying("overview", text -> assertThat(text).contains("Ben Fischer", "after this form"));
        assertThat(documents.of(id).text(OVERVIEW)).isEqualTo("Ben's overview");
        assertThat(versions.of(id, RESOLUTION)).isEmpty();
    }

    @Test
    void aSectionLongerThanTheFormIsLeftOutOfItAndStays() {
        String longer = "Long. ".repeat(1000).strip();
        scene.does(id, ANALYSE, "kavya", ANALYSIS);
        write.save(id, WHAT_HAPPENED, 1, longer, BEN);

        assertThat(scene.prefill(id, ANALYSE)).containsEntry("whatHappened", "");
        assertThat(String.valueOf(scene.prefill(id, ANALYSE).get("longSections")))
                .contains("What happened");

        scene.does(id, ANALYSE, "kavya", Map.of());
        assertThat(documents.of(id).text(WHAT_HAPPENED)).isEqualTo(longer);

        assertThat(scene.problemsOf(id, ANALYSE, "kavya", Map.of("whatHappened", "Short")))
                .containsOnlyKeys("whatHappened");
        assertThat(documents.of(id).text(WHAT_HAPPENED)).isEqualTo(longer);
    }

    @Test
    void whoWritesIsSeenByOthersForAMinute() {
        editors.seen(id, OVERVIEW, BEN);
        editors.seen(id, OVERVIEW, BEN);

        assertThat(editors.othersThan(KAVYA, id)).isEqualTo(Map.of(OVERVIEW, List.of(BEN)));
        assertThat(editors.othersThan(BEN, id)).isEmpty();
        clock.advance(Duration.ofSeconds(61));
        assertThat(editors.othersThan(KAVYA, id)).isEmpty();
    }

    @Test
    void whoHasSavedIsNotSeenWritingAnyMore() {
        editors.seen(id, OVERVIEW, BEN);
        editors.left(id, OVERVIEW, BEN);

        assertThat(editors.othersThan(KAVYA, id)).isEmpty();
    }

    private void close() {
        postmortems.moveTo(id, Status.IN_REVIEW, null, null);
        postmortems.moveTo(id, Status.REVIEWED, null, null);
        postmortems.moveTo(id, Status.CLOSED, null, null);
    }

    private void saves(PersonId by, int basedOn, String text) {
        assertThat(write.save(id, OVERVIEW, basedOn, text, by)).isEmpty();
    }
}
