package org.postmortemflow.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.Scene.responder;
import static org.postmortemflow.incident.ResponderRole.INCIDENT_COMMANDER;
import static org.postmortemflow.incident.ResponderRole.RESPONDER;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.postmortemflow.shared.Step.ANALYSE;
import static org.postmortemflow.shared.Step.DRAFT_EXTERNAL_MESSAGE;
import static org.postmortemflow.shared.Step.OPEN_FOLLOW_UPS;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.OutboxSpy;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.Scene;
import org.postmortemflow.incident.Mention;
import org.postmortemflow.incident.ReportedResponder;
import org.postmortemflow.notification.Links;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;

/** R24: colleagues are told when a postmortem begins and right after its meeting; nobody is told the same thing twice. */
@RoomSlice
class InternalMailTest {

    private static final String ALL = "engineering@demo.example";

    @Autowired
    Scene scene;

    @Autowired
    AnnouncePostmortem announcePostmortem;

    @Autowired
    ShareResult shareResult;

    @Autowired
    ExternalMessages messages;

    @Autowired
    OutboxSpy outbox;

    @Autowired
    Links links;

    private PostmortemId id;

    /** Of Checkout API: team checkout with ben and kavya, managed by emeka and farah. */
    @BeforeEach
    void anIncident() {
        id = scene.postmortem(
                SEV_1,
                responder(INCIDENT_COMMANDER, "ada"),
                responder(RESPONDER, "kavya"),
                new ReportedResponder(RESPONDER, new Mention("guest-7", "A guest")));
    }

    @Test
    void stakeholdersHearThatItBegins() {
        announcePostmortem.announce(id);

        assertThat(recipients("postmortem-opened"))
                .containsExactlyInAnyOrder(
                        "ada@demo.example", "kavya@demo.example", "emeka@demo.example", "farah@demo.example", ALL);
    }

    @Test
    void theMailSaysWhatItIsAboutAndWhere() {
        announcePostmortem.announce(id);

        assertThat(outbox.about(id).get(0).model())
                .isEqualTo(Map.of(
                        "title", "Checkout was slow",
                        "severity", "Sev-1",
                        "personName", "Ada Okafor",
                        "link", links.postmortem(id)));
    }

    @Test
    void anUnknownSeverityIsCalledUnknown() {
        PostmortemId unknown = scene.postmortem(null);

        announcePostmortem.announce(unknown);

        assertThat(outbox.about(unknown))
                .isNotEmpty()
                .allSatisfy(
                        mail -> assertThat(mail.model()).extracting("severity").isEqualTo("severity not known yet"));
    }

    @Test
    void aSecondAttemptTellsNobodyTwice() {
        announcePostmortem.announce(id);
        shareResult.share(id);
        int once = outbox.about(id).size();

        announcePostmortem.announce(id);
        shareResult.share(id);

        assertThat(outbox.about(id)).hasSize(once);
    }

    @Test
    void theResultGoesToAllTeamsInvolvedAndThoseWithFollowUps() {
        scene.does(
                id,
                ANALYSE,
                "kavya",
                Map.of(
                        "overview", "A release slowed the checkout.",
                        "whatHappened", "A query.",
                        "contributingFactors", "Small tables in tests.",
                        "resolution", "Rolled back."));
        scene.does(
                id,
                OPEN_FOLLOW_UPS,
                "kavya",
                Map.of(
                        "followUps",
                        List.of(Map.of("title", "Add larger test tables", "kind", "prevention", "team", "platform"))));

        shareResult.share(id);

        assertThat(recipients("result-shared"))
                .contains("ben@demo.example", "kavya@demo.example", "ada@demo.example", "deniz@demo.example", ALL)
                .doesNotContain("liam@demo.example", "chloe@demo.example")
                .doesNotHaveDuplicates();
        assertThat(mails("result-shared"))
                .allSatisfy(mail ->
                        assertThat(mail.model()).extracting("summary").isEqualTo("A release slowed the checkout."));
    }

    @Test
    void supportIsAskedToPostOnlyWhatTheMeetingApproved() {
        scene.does(
                id,
                DRAFT_EXTERNAL_MESSAGE,
                "hana",
                Map.of("summary", "Paying took long.", "whatHappened", "A change.", "whatWeDo", "More tests."));
        shareResult.share(id);
        messages.decide(id, false);
        shareResult.share(id);
        assertThat(mails("external-message-to-post")).isEmpty();

        messages.decide(id, true);
        shareResult.share(id);

        assertThat(recipients("external-message-to-post"))
                .containsExactlyInAnyOrder("hana@demo.example", "jonas@demo.example");
        assertThat(mails("external-message-to-post").get(0).model())
                .extracting("message")
                .asString()
                .contains("Paying took long.", "A change.", "More tests.");
        assertThat(mails("external-message-to-post").get(0).model())
                .extracting("link")
                .isEqualTo(links.step(id, Step.PUBLISH_EXTERNAL_MESSAGE));
    }

    private List<Mail> mails(String template) {
        return outbox.about(id).stream()
                .filter(mail -> mail.template().equals(template))
                .toList();
    }

    private List<String> recipients(String template) {
        return mails(template).stream().map(mail -> mail.to().email()).toList();
    }
}
