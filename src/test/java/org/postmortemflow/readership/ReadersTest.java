package org.postmortemflow.readership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.INCIDENT_COMMANDER;
import static org.postmortemflow.shared.Severity.SEV_1;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.OutboxSpy;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.TestClock;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.lifecycle.Steps;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;

/** R25: teams can be required to read a postmortem and to say so; a private one is for those who are named. */
@RoomSlice
class ReadersTest {

    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId BEN = new PersonId("ben");
    private static final PersonId LIAM = new PersonId("liam");

    @Autowired
    Scene scene;

    @Autowired
    Readership readership;

    @Autowired
    NameReaders nameReaders;

    @Autowired
    AcknowledgeReading acknowledge;

    @Autowired
    KeepPrivate keepPrivate;

    @Autowired
    PrivateMail privateMail;

    @Autowired
    Postmortems postmortems;

    @Autowired
    Steps steps;

    @Autowired
    OutboxSpy outbox;

    @Autowired
    TestClock clock;

    private PostmortemId id;

    @BeforeEach
    void anIncidentThatAdaCommanded() {
        id = scene.postmortem(SEV_1, responder(INCIDENT_COMMANDER, "ada"), responder(ResponderRole.RESPONDER, "liam"));
    }

    @Test
    void requiredReadersAreToldOnceWhenItIsClosed() {
        nameReaders.name(id, List.of(LIAM), List.of("checkout"), true, ADA);
        assertThat(told()).isEmpty();
        close();
        assertThat(told()).containsExactlyInAnyOrder("liam@demo.example", "ben@demo.example", "kavya@demo.example");
        nameReaders.name(id, List.of(LIAM, new PersonId("mei")), List.of(), true, ADA);
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "liam@demo.example", "ben@demo.example", "kavya@demo.example", "mei@demo.example");
        assertThat(readership.mustRead(id))
                .allSatisfy(reader -> assertThat(reader.toldAt()).isEqualTo(TestClock.START));
        assertThat(readership.mustRead(id))
                .extracting(Reader::team)
                .containsExactly(null, "checkout", "checkout", null);
    }

    @Test
    void thoseWhoOnlyMayReadAreNotMailed() {
        nameReaders.name(id, List.of(BEN), List.of(), false, ADA);
        close();
        assertThat(told()).isEmpty();
        nameReaders.name(id, List.of(BEN), List.of(), true, ADA);
        assertThat(told()).containsExactly("ben@demo.example");
    }

    @Test
    void somebodySaysOnceThatItIsRead() {
        nameReaders.name(id, List.of(BEN, LIAM), List.of(), true, ADA);
        assertThatThrownBy(() -> acknowledge.read(id, BEN)).isInstanceOf(Refused.class);
        close();
        acknowledge.read(id, BEN);
        clock.advance(Duration.ofDays(1));
        acknowledge.read(id, BEN);
        assertThat(readership.mustRead(id)).extracting(Reader::readAt).containsExactly(TestClock.START, null);
        assertThatThrownBy(() -> acknowledge.read(id, new PersonId("mei"))).isInstanceOf(Refused.class);
    }

    @Test
    void whoHasNotReadForLongIsFound() {
        nameReaders.name(id, List.of(BEN, LIAM), List.of(), true, ADA);
        close();
        acknowledge.read(id, LIAM);
        assertThat(unread()).isEmpty();
        clock.advance(Duration.ofDays(3));
        assertThat(unread()).containsExactly(new Unread(id, BEN, TestClock.START));
    }

    @Test
    void onlyThoseInChargeNameKnownReaders() {
        assertThatThrownBy(() -> nameReaders.name(id, List.of(LIAM), List.of(), true, BEN))
                .isInstanceOf(Refused.class);
        assertThat(problems(List.of(), List.of())).containsKey("persons");
        assertThat(problems(List.of(new PersonId("nobody")), List.of())).containsKey("persons");
        assertThat(problems(List.of(), List.of("no-team"))).containsKey("teams");
        postmortems.moveTo(id, Status.CANCELLED, ADA, "A test");
        assertThat(problems(List.of(LIAM), List.of())).containsKey("mustRead");
        assertThat(readership.readers(id)).isEmpty();
    }

    @Test
    void aPrivateOneIsForThoseWithAPartInIt() {
        assertThat(readership.mayRead(id, BEN)).isTrue();
        keepPrivate.makePrivate(id, "An open hole", ADA);
        PersonId chloe = new PersonId("chloe");
        scene.does(id, Step.DESIGNATE_OWNER, "ada", java.util.Map.of("owner", "chloe"));
        steps.opened(id, Step.COLLECT_TIMELINE, "task-" + id, new PersonId("kavya"), null, null, null);
        nameReaders.name(id, List.of(new PersonId("mei")), List.of(), false, ADA);
        for (PersonId insider :
                List.of(ADA, chloe, new PersonId("kavya"), new PersonId("mei"), new PersonId("admin"))) {
            assertThat(readership.mayRead(id, insider)).as(insider.value()).isTrue();
            assertThat(readership.hidden(List.of(id), insider)).isEmpty();
        }
        // took part, but has nothing to do; manages the team; knows nothing of it
        for (PersonId outsider : List.of(LIAM, new PersonId("emeka"), BEN, new PersonId("nobody' or '1'='1"))) {
            assertThat(readership.mayRead(id, outsider)).as(outsider.value()).isFalse();
            assertThat(readership.hidden(List.of(id, PostmortemId.random()), outsider))
                    .containsExactly(id);
        }
        nameReaders.remove(id, new PersonId("mei"), ADA);
        assertThat(readership.mayRead(id, new PersonId("mei"))).isFalse();
    }

    @Test
    void makingItPrivateAndOpenIsForThoseInChargeAndKeptInTheHistory() {
        assertThatThrownBy(() -> keepPrivate.makePrivate(id, "Why not", BEN)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> keepPrivate.makePrivate(id, " ", ADA)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> keepPrivate.makeOpen(id, "It is", ADA)).isInstanceOf(Refused.class);
        keepPrivate.makePrivate(id, "An open hole", new PersonId("goran"));
        assertThatThrownBy(() -> keepPrivate.makePrivate(id, "Again", ADA)).isInstanceOf(Refused.class);
        // a manager who hides it goes on seeing it
        assertThat(readership.mayRead(id, new PersonId("goran"))).isTrue();
        keepPrivate.makeOpen(id, "The hole is closed", ADA);
        assertThat(readership.mayRead(id, LIAM)).isTrue();
        assertThat(scene.history(id))
                .contains("Made private: An open hole", "Open to everybody again: The hole is closed");
    }

    @Test
    void mailAboutAPrivateOneGoesToItsReadersAndOverdueStepsNameNothingToOthers() {
        assertThat(privateMail.pass(mail("postmortem-opened", "liam"))).isPresent();
        keepPrivate.makePrivate(id, "An open hole", ADA);
        assertThat(privateMail.pass(mail("postmortem-opened", "liam"))).isEmpty();
        assertThat(privateMail.pass(mail("result-shared", null))).isEmpty();
        assertThat(privateMail.pass(mail("result-shared", "ada"))).isPresent();
        assertThat(privateMail.pass(mail("step-overdue", "emeka")).orElseThrow().model())
                .isEqualTo(java.util.Map.of(
                        "title", "A private postmortem", "link", "http://localhost:8080/", "step", "Analyse"));
    }

    private Mail mail(String template, @org.jspecify.annotations.Nullable String person) {
        PersonId to = person == null ? null : new PersonId(person);
        return new Mail(
                id,
                template,
                "once",
                new Mail.Recipient(to, "Somebody", "somebody@demo.example"),
                java.util.Map.of("title", "Checkout was slow", "link", "http://x/" + id, "step", "Analyse"),
                null);
    }

    private java.util.Map<String, String> problems(List<PersonId> persons, List<String> teams) {
        try {
            nameReaders.name(id, persons, teams, true, ADA);
            return java.util.Map.of();
        } catch (Refused refused) {
            return refused.problems();
        }
    }

    private List<Unread> unread() {
        Set<PostmortemId> mine = Set.of(id);
        return readership.notReadSince(clock.instant()).stream()
                .filter(one -> mine.contains(one.postmortem()))
                .toList();
    }

    private List<String> told() {
        return outbox.about(id).stream()
                .filter(mail -> mail.template().equals("please-read"))
                .map(mail -> mail.to().email())
                .toList();
    }

    private void close() {
        postmortems.moveTo(id, Status.IN_REVIEW, null, null);
        postmortems.moveTo(id, Status.REVIEWED, null, null);
        postmortems.moveTo(id, Status.CLOSED, null, null);
    }
}
