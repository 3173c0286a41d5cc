package org.postmortemflow.timeline.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.shared.Severity.SEV_1;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.OnPostgres;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.timeline.TimelineKind;
import org.springframework.beans.factory.annotation.Autowired;

/** What was gathered for a timeline, on PostgreSQL. */
@RoomSlice
@OnPostgres
class CandidatesOnPostgresTest {

    private static final Instant START = TestClock.START;

    @Autowired
    Scene scene;

    @Autowired
    Candidates candidates;

    private PostmortemId id;

    @BeforeEach
    void aPostmortem() {
        id = scene.postmortem(SEV_1);
    }

    @Test
    void answersStandBehindWhatTheyAnswerAndPagesFollowEachOther() {
        Candidate question = said("q", 0, 0, "inc", "What was it?");
        Candidate answer = said("a", 60, 0, "inc", "The pool.");
        Candidate between = said("b", 30, 30, "inc", "Pinned");
        gather(answer, between, question);

        assertThat(keys(candidates.page(id, CandidateFilter.ALL, 0, 2))).containsExactly("q", "a");
        assertThat(keys(candidates.page(id, CandidateFilter.ALL, 2, 2))).containsExactly("b");
        assertThat(candidates.withIds(id, List.of(answer.id(), UUID.randomUUID())))
                .containsExactly(answer);
        assertThat(candidates.withIds(scene.postmortem(SEV_1), List.of(answer.id())))
                .isEmpty();
    }

    @Test
    void filtersCountAndShowTheSame() {
        gather(said("1", 0, 0, "inc", "a"), said("2", 60, 60, "ops", "b"), said("3", 120, 120, "ops", "c"));
        CandidateFilter filter = new CandidateFilter("ops", START, START.plusSeconds(60), false);

        assertThat(candidates.channels(id)).containsEntry("inc", 1).containsEntry("ops", 2);
        assertThat(candidates.count(id, filter)).isEqualTo(1);
        assertThat(keys(candidates.page(id, filter, 0, 10))).containsExactly("2");
        assertThat(candidates.count(id, new CandidateFilter("", null, null, true)))
                .isZero();
    }

    @Test
    void theSameFileBroughtAgainReplacesAndForgetsNothingThatWasUsed() {
        UUID first = gather(said("1", 0, 0, "inc", "first"));
        UUID item = UUID.randomUUID();
        candidates.use(id, "1", item);
        candidates.use(id, "aside", null);

        UUID second = gather(said("1", 0, 0, "inc", "again"));

        assertThat(candidates.page(id, CandidateFilter.ALL, 0, 10))
                .extracting(Candidate::text)
                .containsExactly("again");
        assertThat(candidates.gatherings(id))
                .extracting(Gathering::id)
                .containsExactly(second)
                .doesNotContain(first);
        assertThat(candidates.writers(id)).extracting(Writer::messages).containsExactly(3);
        assertThat(candidates.delete(id, second)).isTrue();
        assertThat(candidates.delete(id, second)).isFalse();
        assertThat(candidates.writers(id)).isEmpty();
        assertThat(candidates.used(id)).containsEntry("1", item).containsEntry("aside", null);
    }

    private UUID gather(Candidate... found) {
        UUID gathering = UUID.randomUUID();
        candidates.add(
                id,
                new Gathering(gathering, "Slack", "x.zip", new PersonId("ben"), START, List.of("one", "two"), 0),
                Arrays.asList(found),
                List.of(new Writer(UUID.randomUUID(), "ada@demo.example", "Ada", false, 3)),
                List.of());
        return gathering;
    }

    private static Candidate said(String key, int at, int thread, String channel, String text) {
        return new Candidate(
                UUID.randomUUID(),
                key,
                START.plusSeconds(at),
                START.plusSeconds(thread),
                "Ada",
                false,
                false,
                channel,
                text,
                TimelineKind.ACTION,
                "https://chat.test/" + key);
    }

    private static List<String> keys(List<Candidate> found) {
        return found.stream().map(Candidate::key).toList();
    }
}
