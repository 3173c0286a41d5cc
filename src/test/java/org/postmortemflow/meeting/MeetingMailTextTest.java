package org.postmortemflow.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.notification.MailText;
import org.springframework.beans.factory.annotation.Autowired;

/** What the owner reads of an answer, and what those read who are needed or need not come. */
@RoomSlice
class MeetingMailTextTest {

    @Autowired
    MailText texts;

    @Test
    void anAnswerWithAllThatCanBeInItSaysWhatItMeans() {
        MailText.Rendered mail = texts.render(
                "meeting-answer",
                model(Map.of("missed", true, "message", "I am\naway.", "proposal", "Fri 12 Jun 2026 16:00 CEST")));

        assertThat(mail.subject()).isEqualTo("Emeka does not come: postmortem meeting: Checkout was slow");
        assertThat(mail.text()).contains("16:00 CEST", "I am", "away.", "stays where it is");
    }

    @Test
    void anAcceptanceSaysNoMoreThanThat() {
        MailText.Rendered mail =
                texts.render("meeting-answer", model(Map.of("missed", false, "message", "", "proposal", "")));

        assertThat(mail.text()).contains("Emeka").doesNotContain("rather", "They write", "stays where it is");
    }

    @Test
    void whoIsNeededOrTakenOffIsToldWhatItMeans() {
        assertThat(texts.render("meeting-needed", model(Map.of())).text()).contains("engineering manager");
        assertThat(texts.render("meeting-uninvited", model(Map.of())).text()).contains("takes place without you");
    }

    private static Map<String, Object> model(Map<String, Object> more) {
        Map<String, Object> model = new HashMap<>(Map.of(
                "title", "Checkout was slow",
                "personName", "Kavya Raman",
                "attendee", "Emeka",
                "answer", "does not come",
                "reason", "engineering manager of Checkout",
                "meetingAt", "Fri 12 Jun 2026 14:00 CEST",
                "agenda", "1. How did we get here?",
                "deadline", "Sun 14 Jun 2026 00:00 CEST: Sev-1, 3 calendar days after Thu 11 Jun 2026",
                "link", "http://localhost:8080/postmortems/1"));
        model.putAll(more);
        return model;
    }
}
