package org.postmortemflow.timeline.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.timeline.TimelineKind;

/** R4, R17: what words sound like. */
class WordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Resolved. Thank you all.                        | RESOLVED
                    back to normal since 14:02                      | RESOLVED
                    This is not resolved                            | ACTION
                    not fully resolved yet                          | ACTION
                    isn’t resolved                                  | ACTION
                    Is it resolved?                                 | ACTION
                    unresolved threads in the review                | ACTION
                    Not the database. Resolved by a restart         | RESOLVED
                    rolled back to 16                               | MITIGATED
                    rolling back to 16                              | ACTION
                    sign-in works for all accounts                  | MITIGATED
                    Status page updated: sign-in degraded           | STATUS_PAGE_UPDATED
                    I updated the status page                       | STATUS_PAGE_UPDATED
                    Raised to Sev-1                                 | STATUS_CHANGE
                    declared a sev2                                 | STATUS_CHANGE
                    Triggered #1042: console failing                | PAGE
                    paged the DBA                                   | PAGE
                    alert fired in eu                               | DETECTED
                    users are reporting errors                      | DETECTED
                    we agreed to fail over                          | DECISION
                    half of the customers are affected              | IMPACT_CHANGE
                    restarting node 3                               | ACTION
                    """)
    void aKindIsGuessedFromTheWords(String text, String kind) {
        assertThat(KindGuess.of(text)).isEqualTo(TimelineKind.valueOf(kind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TODO: alert on it",
                "todo: alert on it",
                "TODO alert on it",
                "todo alert on it",
                "- [ ] TODO alert on it",
                "* todo: alert on it",
                "*TODO:* alert on it",
                "Action: alert on it",
                "action item: alert on it",
                "follow-up: alert on it",
                "To-do - alert on it",
                "AI: alert on it",
                "@ada TODO: alert on it",
                "> TODO alert on it",
                "fine, todo: alert on it"
            })
    void aToDoIsFound(String line) {
        assertThat(TodoLines.in("before\n" + line + "\nafter")).containsExactly("alert on it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "todos are in the board",
                "nothing to do here",
                "the reaction: awful",
                "TODO:",
                "TODO",
                "todo",
                "in action: the team",
                "mastodon: a post",
                "what is there todo"
            })
    void whatOnlyLooksLikeAToDoIsNone(String line) {
        assertThat(TodoLines.in(line)).isEmpty();
    }

    @Test
    void severalToDosOfOneTextStayInOrder() {
        assertThat(TodoLines.in("Resolved.\nTODO: one\naction: two\n\ntodo three"))
                .containsExactly("one", "two", "three");
    }

    @Test
    void longTextsAreReadQuickly() {
        String hostile = "todo ".repeat(20_000) + "not ".repeat(20_000) + "[".repeat(50_000);

        assertThat(TodoLines.in(hostile + "\n" + "x ".repeat(1900) + "TODO: end"))
                .containsExactly("end");
        assertThat(KindGuess.of(hostile)).isNotNull();
    }

    @Test
    void textBecomesHarmlessAndKeepsItsLines() {
        assertThat(PlainLines.of("one\r\ntwo\rthree\u0000\u001b[31m\tfour\u202Efive \uD83D six \uD83D\uDD25"))
                .isEqualTo("one\ntwo\nthree  [31m\tfour five \uFFFD six \uD83D\uDD25");
        assertThat(PlainLines.line("\uD83D\uDD25".repeat(10), 6)).isEqualTo("\uD83D\uDD25\uD83D\uDD25…");
    }
}
