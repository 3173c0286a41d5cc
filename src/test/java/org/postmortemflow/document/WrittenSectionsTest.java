package org.postmortemflow.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Step.ANALYSE;
import static org.postmortemflow.shared.Step.DESCRIBE_IMPACT;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.beans.factory.annotation.Autowired;

/** R15, R16, R18: what the written sections must hold. */
@RoomSlice
class WrittenSectionsTest {

    private static final Map<String, Object> ANALYSIS = Map.of(
            "overview", "A release slowed the checkout for 40 minutes.",
            "whatHappened", "The new query had no index.",
            "contributingFactors", "Tests ran on small tables.",
            "resolution", "Rolled back; an index follows.");

    private static final Map<String, Object> IMPACT =
            Map.of("visibleMinutes", "40", "functionality", "Paying was slow, browsing was not.");

    @Autowired
    Scene scene;

    @Autowired
    Documents documents;

    private PostmortemId id;

    @BeforeEach
    void anIncident() {
        id = scene.postmortem(SEV_1);
    }

    @Test
    void theAnalysisIsKeptAndFilledInAgain() {
        scene.does(id, ANALYSE, "kavya", ANALYSIS);

        assertThat(documents.of(id).text(SectionName.CONTRIBUTING_FACTORS)).isEqualTo("Tests ran on small tables.");
        assertThat(scene.prefill(id, ANALYSE)).containsAllEntriesOf(ANALYSIS).containsEntry("wentWell", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"overview", "whatHappened", "contributingFactors", "resolution"})
    void theAnalysisNeedsItsFourSections(String section) {
        assertThat(scene.problemsOf(id, ANALYSE, "kavya", with(ANALYSIS, section, "  ")))
                .containsOnlyKeys(section);
        assertThat(documents.of(id).sections()).isEmpty();
    }

    @Test
    void whatWentWellAndNotSoWellMayBeLeftOut() {
        assertThat(scene.problemsOf(id, ANALYSE, "kavya", ANALYSIS)).isEmpty();
        assertThat(documents.of(id).text(SectionName.WENT_WELL)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"visibleMinutes", "minutesSev1", "minutesSev2", "customersAffected", "usersAffected"})
    void numbersAreWholeAndNotNegative(String field) {
        for (String wrong : new String[] {"-1", "1.5", "1,000", "many", "9".repeat(13)}) {
            assertThat(scene.problemsOf(id, DESCRIBE_IMPACT, "kavya", with(IMPACT, field, wrong)))
                    .as(wrong)
                    .containsOnlyKeys(field);
        }
        assertThat(scene.problemsOf(id, DESCRIBE_IMPACT, "kavya", with(IMPACT, field, 0L)))
                .isEmpty();
    }

    @Test
    void theImpactSaysHowLongItWasSeenAndWhatDidNotWork() {
        assertThat(scene.problemsOf(id, DESCRIBE_IMPACT, "kavya", Map.of()))
                .containsOnlyKeys("visibleMinutes", "functionality");
        assertThat(scene.problemsOf(id, DESCRIBE_IMPACT, "kavya", with(IMPACT, "visibleMinutes", "0")))
                .isEmpty();
    }

    @Test
    void theListThatSupportUsesIsKept() {
        scene.does(id, DESCRIBE_IMPACT, "kavya", with(IMPACT, "customerList", "https://crm.example/list/7"));

        assertThat(documents.of(id).text(SectionName.CUSTOMER_LIST)).isEqualTo("https://crm.example/list/7");
    }

    @Test
    void oneStepLeavesTheOthersSectionsAlone() {
        scene.does(id, ANALYSE, "kavya", ANALYSIS);
        scene.does(id, DESCRIBE_IMPACT, "hana", IMPACT);

        assertThat(documents.of(id).text(SectionName.OVERVIEW)).isEqualTo(ANALYSIS.get("overview"));
        assertThat(documents.of(id).text(SectionName.VISIBLE_MINUTES)).isEqualTo("40");
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertThat(scene.problemsOf(id, ANALYSE, "kavya", with(ANALYSIS, "wentWell", "x".repeat(4001))))
                .containsOnlyKeys("wentWell");
        assertThat(scene.problemsOf(id, ANALYSE, "kavya", with(ANALYSIS, "wentWell", "x".repeat(4000))))
                .isEmpty();
    }

    private static Map<String, Object> with(Map<String, Object> answers, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(answers);
        changed.put(field, value);
        return changed;
    }
}
