package org.postmortemflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Attendee;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postmortemflow.journey.Mailboxes.Received;

/** What is shipped takes a Sev-1 from PagerDuty's webhook to Closed, over HTTP, with mail to a real SMTP server. */
class PackagedApplicationIT {

    /** These steps are done as Tasklist does them, through the engine's REST; the others on our own. */
    private static final Set<String> IN_TASKLIST = Set.of("designate-owner", "describe-impact", "review-postmortem");

    @Test
    void aSev1GoesFromPagerDutyToClosed(@TempDir Path workingDirectory) throws Exception {
        try (Mailboxes mailboxes = new Mailboxes();
                PackagedApplication application =
                        new PackagedApplication("packaged", workingDirectory, mailboxes.port()).ready()) {
            PagerDuty pagerDuty = new PagerDuty(application.base());
            assertThat(pagerDuty.givesHighestPriority().statusCode()).isEqualTo(202);
            String id = pagerDuty.resolves();
            Caller anybody = new Caller(application.base(), "emeka");
            assertThat(anybody.get("/api/postmortems/" + id).path("severity").asText())
                    .isEqualTo("sev-1");

            List<String> done = walk(application, id);

            assertThat(done)
                    .containsExactlyInAnyOrder(
                            "designate-owner ada",
                            "schedule-meeting kavya",
                            "collect-timeline kavya",
                            "describe-impact kavya",
                            "analyse kavya",
                            "open-follow-ups kavya",
                            "draft-external-message jonas",
                            "review-postmortem liam",
                            "hold-meeting " + facilitator(anybody, id),
                            "publish-external-message jonas");
            JsonNode closed = anybody.get("/api/postmortems/" + id);
            assertThat(closed.path("status").asText()).isEqualTo("closed");
            assertThat(closed.path("owner").path("person").asText()).isEqualTo(Sev1.OWNER);
            assertThat(Sev1.open(closed)).isEmpty();
            theOwnerWasTold(mailboxes, application, id);
            everyAttendeeWasInvited(mailboxes, closed);
            colleaguesAndSupportWereTold(mailboxes);
            noIdentityWasUsedTwice(mailboxes);
        }
    }

    /** @return step and person, in the order in which they were done */
    private static List<String> walk(PackagedApplication application, String id) {
        List<String> done = new ArrayList<>();
        Caller anybody = new Caller(application.base(), "emeka");
        for (List<JsonNode> open = Sev1.next(anybody, id); !open.isEmpty(); open = Sev1.next(anybody, id)) {
            for (JsonNode step : open) {
                String key = step.path("step").asText();
                Caller doer = new Caller(application.base(), Sev1.doer(step));
                if (IN_TASKLIST.contains(key)) {
                    inTasklist(doer, id, key);
                } else {
                    var answer = doer.post("/api/postmortems/" + id + "/steps/" + key, Sev1.answers(key));
                    assertThat(answer.statusCode())
                            .as(key + ": " + answer.body())
                            .isBetween(200, 204);
                }
                done.add(key + " " + doer.person());
            }
        }
        return done;
    }

    /** What Tasklist sends: find the task, claim it when nobody has it, submit its form. */
    private static void inTasklist(Caller doer, String id, String step) {
        JsonNode tasks = doer.get("/engine-rest/task?processInstanceBusinessKey=" + id);
        JsonNode task = java.util.stream.StreamSupport.stream(tasks.spliterator(), false)
                .filter(one -> one.path("formKey").asText().contains(step)
                        || one.path("camundaFormRef").path("key").asText().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError(doer.person() + " does not see " + step + " in " + tasks));
        String path = "/engine-rest/task/" + task.path("id").asText();
        if (task.path("assignee").isNull()) {
            assertThat(doer.post(path + "/claim", Map.of("userId", doer.person()))
                            .statusCode())
                    .isEqualTo(204);
        }
        Map<String, Object> variables = new HashMap<>();
        Sev1.answers(step).forEach((name, value) -> variables.put(name, Map.of("value", value)));
        var answer = doer.post(path + "/submit-form", Map.of("variables", variables));
        assertThat(answer.statusCode()).as(step + ": " + answer.body()).isEqualTo(204);
    }

    private static void theOwnerWasTold(Mailboxes mailboxes, PackagedApplication application, String id) {
        Received told = mailboxes.await("kavya@demo.example", "is yours");

        assertThat(told.part("text/plain"))
                .hasValueSatisfying(text -> assertThat(text).contains(application.base() + "/postmortems/" + id));
        assertThat(told.part("text/html")).isPresent();
        assertThat(mailboxes.all())
                .filteredOn(mail -> mail.subject().contains("is yours"))
                .hasSize(1);
    }

    /** Once for the first time, and once more, as an update of the same event, when the meeting was moved. */
    private static void everyAttendeeWasInvited(Mailboxes mailboxes, JsonNode closed) {
        JsonNode meeting = closed.path("meeting");
        int attendees = meeting.path("attendees").size();
        assertThat(attendees).isGreaterThan(3);
        for (JsonNode attendee : meeting.path("attendees")) {
            String address = attendee.path("person").asText() + "@demo.example";
            Received first = mailboxes.await(address, "Postmortem meeting: ");
            Received moved = mailboxes.await(address, "Moved: ");
            assertInvite(first, 0);
            VEvent event = assertInvite(moved, 1);
            assertThat(event.getDateStart().getValue().toInstant())
                    .isEqualTo(Instant.parse(meeting.path("start").asText()));
        }
        List<VEvent> events = mailboxes.all().stream()
                .flatMap(mail -> mail.invite().stream())
                .flatMap(invite -> invite.getEvents().stream())
                .toList();
        assertThat(events).hasSize(2 * attendees);
        assertThat(events)
                .extracting(event -> event.getUid().getValue())
                .containsOnly(events.get(0).getUid().getValue());
    }

    private static VEvent assertInvite(Received mail, int sequence) {
        ICalendar invite = mail.invite().orElseThrow();
        assertThat(invite.getMethod().isRequest()).isTrue();
        VEvent event = invite.getEvents().get(0);
        assertThat(event.getSequence().getValue()).isEqualTo(sequence);
        assertThat(event.getAttendees())
                .extracting(Attendee::getEmail)
                .contains(mail.to())
                .doesNotContain(event.getOrganizer().getEmail());
        return event;
    }

    private static void colleaguesAndSupportWereTold(Mailboxes mailboxes) {
        assertThat(mailboxes
                        .await("engineering@demo.example", "Postmortem opened")
                        .subject())
                .contains(Sev1.TITLE, "Sev-1");
        assertThat(mailboxes
                        .await("engineering@demo.example", "What we learned")
                        .part("text/plain"))
                .hasValueSatisfying(text -> assertThat(text).contains(Sev1.OVERVIEW));
        assertThat(mailboxes.await("liam@demo.example", "Please review")).isNotNull();
        assertThat(mailboxes.await("jonas@demo.example", "Please post")).isNotNull();
        assertThat(mailboxes.all()).noneMatch(mail -> mail.subject().startsWith("Overdue"));
    }

    /** At least once, and always the same: a Message-ID stands for one content to one person. */
    private static void noIdentityWasUsedTwice(Mailboxes mailboxes) {
        Map<String, List<Received>> byIdentity =
                mailboxes.all().stream().collect(Collectors.groupingBy(Received::messageId));

        assertThat(byIdentity).hasSizeGreaterThan(10);
        assertThat(byIdentity.values())
                .allSatisfy(mails -> assertThat(mails)
                        .extracting(mail -> mail.to() + mail.subject() + mail.part("text/plain"))
                        .containsOnly(mails.get(0).to()
                                + mails.get(0).subject()
                                + mails.get(0).part("text/plain")));
    }

    private static String facilitator(Caller caller, String id) {
        return caller.get("/api/postmortems/" + id)
                .path("meeting")
                .path("facilitator")
                .asText();
    }
}
