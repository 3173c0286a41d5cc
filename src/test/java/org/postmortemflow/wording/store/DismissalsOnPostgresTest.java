package org.postmortemflow.wording.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.shared.Severity.SEV_1;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postmortemflow.OnPostgres;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.wording.Dismissals;
import org.postmortemflow.wording.Dismissals.Dismissal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What writers put aside, on PostgreSQL. */
@RoomSlice
@OnPostgres
@Import(JdbcDismissals.class)
class DismissalsOnPostgresTest {

    private static final PersonId BEN = new PersonId("ben");

    @Autowired
    Scene scene;

    @Autowired
    Dismissals dismissals;

    @Test
    void aFindingIsPutAsideOnceAndTheFirstReasonStays() {
        PostmortemId id = scene.postmortem(SEV_1);
        Dismissal first = dismissal("a quotation");
        dismissals.add(id, first);
        dismissals.add(id, dismissal("another reason"));

        assertThat(dismissals.of(id)).containsExactly(first);
        assertThat(dismissals.find(scene.postmortem(SEV_1), first.id())).isEmpty();
        dismissals.remove(id, first.id());
        assertThat(dismissals.of(id)).isEmpty();
    }

    @Test
    void aFullOutageIsMarkedAndUnmarked() {
        PostmortemId id = scene.postmortem(SEV_1);

        dismissals.markFullOutage(id, true, BEN);
        dismissals.markFullOutage(id, true, BEN);
        assertThat(dismissals.isFullOutage(id)).isTrue();

        dismissals.markFullOutage(id, false, BEN);
        assertThat(dismissals.isFullOutage(id)).isFalse();
    }

    private static Dismissal dismissal(String reason) {
        return new Dismissal(
                UUID.randomUUID(), "hindsight", "fingerprint", "It should have been", reason, BEN, TestClock.START);
    }
}
