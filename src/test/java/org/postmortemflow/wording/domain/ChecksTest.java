package org.postmortemflow.wording.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.wording.domain.Passage.Kind;

/** R18 to R23, R27: where a finding points to, and what it proposes. How often they are right: {@link MeasuredTest}. */
class ChecksTest {

    private static final Checks CHECKS = new Checks(MeasuredTest.DEMO, false);

    private static List<Finding> in(Kind kind, String text) {
        return CHECKS.of(new Passage("test", "Test", kind, text));
    }

    @Test
    void aFindingPointsToTheCharactersInItsSentence() {
        String text =
                "The pool was full.\n\n- First item.\n- The engineer *should have* known, see `should have been`. End.";

        Finding found = in(Kind.CAUSES, text.replace("*", "")).get(0);

        assertThat(found.rule()).isEqualTo(Rule.HINDSIGHT);
        assertThat(found.marked()).isEqualTo("should have known");
        assertThat(found.before()).isEqualTo("- The engineer ");
        assertThat(found.after()).startsWith(", see");
        assertThat(found.passage()
                        .text()
                        .substring(found.place().from(), found.place().to()))
                .isEqualTo("should have known");
    }

    @Test
    void codeAndQuotationsAreNotOurWords() {
        assertThat(in(Kind.CAUSES, "> It was human error.\n\n```\nhuman error\n```\n\nSee `human error`."))
                .isEmpty();
    }

    @Test
    void personsAreNamedOnlyOutsideOfCauses() {
        assertThat(in(Kind.CAUSES, "Kavya restarted it."))
                .extracting(Finding::rule)
                .containsExactly(Rule.PERSON_NAMED);
        assertThat(in(Kind.CAUSES, "Kavya restarted it.").get(0).better()).contains("A responder");
        assertThat(in(Kind.TEXT, "Kavya restarted it.")).isEmpty();
    }

    @Test
    void outageIsRightWhenItWasAFullOne() {
        Passage passage = new Passage("test", "Test", Kind.MESSAGE, "The outage lasted ten minutes.");

        assertThat(CHECKS.of(passage)).extracting(Finding::rule).containsExactly(Rule.OUTAGE);
        assertThat(new Checks(MeasuredTest.DEMO, true).of(passage)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Traffic went to 172.31.0.1.",
                "Traffic went to 100.64.3.2 and back.",
                "Traffic went to 10.0.0.1:8080.",
                "See https://runbooks.corp.example:8443/a?b=c.",
                "See corp.example for more.",
                "Write to @liam about it.",
                "It ran on db-prod-1."
            })
    void nothingInternalReachesCustomers(String text) {
        assertThat(in(Kind.MESSAGE, text)).extracting(Finding::rule).containsExactly(Rule.INTERNAL);
        assertThat(in(Kind.TEXT, text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Traffic went to 172.32.0.1.",
                "See https://notcorp.example/x.",
                "See https://corp.example.com/x."
            })
    void whatIsPublicMayBeTold(String text) {
        assertThat(in(Kind.MESSAGE, text)).isEmpty();
    }

    @Test
    void aWishAndAnIngAreTurnedIntoAFollowUp() {
        assertThat(better("We should limit the retries to three")).contains("\"Limit the retries to three\"");
        assertThat(better("Adding an alert for the disk")).contains("\"Add an alert for the disk\"");
        assertThat(better("Logging the id of each customer")).contains("\"Log the id of each customer\"");
        assertThat(better("Alerts for failed payments")).contains("\"Alerts for failed payments\"");
    }

    private static String better(String title) {
        return in(Kind.FOLLOW_UP, title).stream()
                .filter(finding -> finding.rule() == Rule.VERB_FIRST)
                .findFirst()
                .orElseThrow()
                .better();
    }

    @Test
    void anEmptySectionForCustomersIsSaidOnce() {
        assertThat(in(Kind.SUMMARY, " ")).extracting(Finding::rule).containsExactly(Rule.MESSAGE_SECTIONS);
        assertThat(in(Kind.WHOLE_MESSAGE, "")).isEmpty();
    }

    @Test
    void prioritiesBelowP1AndMissingKindsAreSaid() {
        Passage title = new Passage("f", "Follow-up", Kind.FOLLOW_UP, "Add a test");
        assertThat(KindsCovered.priority(title, "P2")).hasSize(1);
        assertThat(KindsCovered.priority(title, "P1")).isEmpty();
        assertThat(KindsCovered.findings(List.of("Detection")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("Detection"));
    }

    @Test
    void anOrganisationWithoutNamesIsCheckedAsWell() {
        Checks checks = new Checks(new Vocabulary(List.of(), Set.of(), Set.of()), false);

        assertThat(checks.of(new Passage("t", "T", Kind.MESSAGE, "Ada and payment-gateway.")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "team ",
                "a-",
                "should have ",
                "```",
                "had a ",
                "10.",
                "(",
                "\n",
                "why did the ",
                "If a had ",
                "a.b.",
                "outage "
            })
    void longHostileTextsTakeNoTime(String part) {
        String text = part.repeat(50_000 / part.length());

        for (Kind kind : Kind.values()) {
            long before = System.nanoTime();
            assertThatCode(() -> in(kind, text)).doesNotThrowAnyException();
            assertThat(Duration.ofNanos(System.nanoTime() - before))
                    .as(kind.name())
                    .isLessThan(Duration.ofSeconds(5));
        }
    }
}
