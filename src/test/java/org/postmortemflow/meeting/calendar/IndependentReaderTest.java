package org.postmortemflow.meeting.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postmortemflow.meeting.Answer;
import org.postmortemflow.meeting.calendar.Invite.Invitee;
import org.postmortemflow.meeting.calendar.Invite.Method;

/**
 * Our invites as ical.js reads them, which Thunderbird uses: it shares neither code nor language with the writer, which itself
 * refuses what ical4j's strict validation does. Needs {@code npm ci} in tools; without it the test is skipped, but not in CI.
 */
class IndependentReaderTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path TOOLS = Path.of("tools");

    @BeforeAll
    static void theReaderIsThere() {
        if (!Files.isDirectory(TOOLS.resolve("node_modules/ical.js"))) {
            String why = "ical.js is not installed: run npm ci --ignore-scripts in tools";
            if ("true".equals(System.getenv("CI"))) {
                fail(why);
            }
            System.err.println("SKIPPED: " + why);
            Assumptions.abort(why);
        }
    }

    @Test
    void aRequestSaysWhoMeetsWhenWhereAndWhoAnswered() throws Exception {
        JsonNode read = read(Invites.about(
                Method.REQUEST,
                "Checkout; \"slow\", again\\n: ü🧯\nsecond line",
                "https://meet.example/1?a=b;c,d",
                List.of(
                        new Invitee("ada@demo.example", "Okafor, Ada: \"IC\" ^n", true, Answer.ACCEPTED),
                        new Invitee("jonas@demo.example", "Jonas", false, null))));

        assertThat(read.path("method").asText()).isEqualTo("REQUEST");
        assertThat(read.path("status").asText()).isEqualTo("CONFIRMED");
        assertThat(read.path("sequence").asInt()).isEqualTo(2);
        assertThat(read.path("summary").asText()).isEqualTo("Checkout; \"slow\", again\\n: ü🧯\nsecond line");
        assertThat(read.path("description").asText())
                .isEqualTo(read.path("summary").asText());
        assertThat(read.path("conference").asText()).isEqualTo("https://meet.example/1?a=b;c,d");
        assertThat(read.path("organizer").asText()).isEqualTo("mailto:postmortems@pm.example");
        JsonNode ada = read.path("attendees").path(0);
        assertThat(ada.path("address").asText()).isEqualTo("mailto:ada@demo.example");
        assertThat(ada.path("name").asText()).startsWith("Okafor, Ada:");
        assertThat(ada.path("role").asText()).isEqualTo("REQ-PARTICIPANT");
        assertThat(ada.path("answer").asText()).isEqualTo("ACCEPTED");
        assertThat(ada.path("rsvp").asText()).isEqualToIgnoringCase("TRUE");
        JsonNode jonas = read.path("attendees").path(1);
        assertThat(jonas.path("role").asText()).isEqualTo("OPT-PARTICIPANT");
        assertThat(jonas.path("answer").asText()).isEqualTo("NEEDS-ACTION");
        assertThat(names(read)).contains("vevent/created", "vevent/last-modified", "valarm/trigger");
    }

    /** RFC 5546 §3.2.5: only the end of the whole meeting has a status. */
    @Test
    void aCancellationOfAllAndOneOfSomeDifferInTheStatus() throws Exception {
        JsonNode all = read(Invites.about(Method.CANCEL, "x", null, List.of(Invites.ada("Ada"))));
        JsonNode one = read(Invites.about(Method.UNINVITE, "x", null, List.of(Invites.ada("Ada"))));

        assertThat(all.path("method").asText()).isEqualTo("CANCEL");
        assertThat(all.path("status").asText()).isEqualTo("CANCELLED");
        assertThat(one.path("method").asText()).isEqualTo("CANCEL");
        assertThat(one.path("status").isNull()).isTrue();
        assertThat(names(one)).noneMatch(name -> name.startsWith("valarm"));
        assertThat(one.path("attendees").path(0).path("rsvp").asText()).isEmpty();
    }

    /** Both nights on which Berlin changes its clocks, New York's, the turn of the year and a leap day. */
    @Test
    void anInstantIsTheSameInstantOnEveryDayOfTheYear() throws Exception {
        List<Instant> starts = Stream.of(
                        "2026-03-29T00:45:00Z",
                        "2026-10-25T00:45:00Z",
                        "2026-10-25T01:15:00Z",
                        "2026-03-08T06:50:00Z",
                        "2026-12-31T23:45:00Z",
                        "2028-02-29T23:50:00Z",
                        "2026-06-12T10:00:00Z")
                .map(Instant::parse)
                .toList();

        JsonNode all = readAll(starts.stream().map(Invites::at).toList());

        for (int i = 0; i < starts.size(); i++) {
            assertThat(Instant.parse(all.path(i).path("start").asText())).isEqualTo(starts.get(i));
            assertThat(Instant.parse(all.path(i).path("end").asText()))
                    .isEqualTo(starts.get(i).plus(Duration.ofMinutes(30)));
        }
    }

    @Test
    void hostileTitlesAndNamesAddNothing() throws Exception {
        List<String> hostile = List.of(
                "x\rATTENDEE:mailto:evil@example.com",
                "x\r\nATTENDEE:mailto:evil@example.com",
                "x\u0085ATTENDEE:mailto:evil@example.com",
                "x\u2028END:VEVENT",
                "x\u0000\u000bATTENDEE:mailto:evil@example.com",
                "x^nATTENDEE:mailto:evil@example.com",
                "x\";ROLE=CHAIR;X=\"");
        JsonNode harmless = read(Invites.about(Method.REQUEST, "x", null, List.of(Invites.ada("Ada"))));

        JsonNode all = readAll(hostile.stream()
                .map(text -> Invites.about(Method.REQUEST, text, null, List.of(Invites.ada(text))))
                .toList());

        for (JsonNode one : all) {
            assertThat(names(one)).isEqualTo(names(harmless));
            assertThat(one.path("attendees")).hasSize(1);
            assertThat(one.path("attendees").path(0).path("role").asText()).isEqualTo("REQ-PARTICIPANT");
        }
    }

    private static List<String> names(JsonNode read) {
        List<String> names = new java.util.ArrayList<>();
        read.path("names").forEach(name -> names.add(name.asText()));
        return names;
    }

    private static JsonNode read(Invite invite) throws Exception {
        return readAll(List.of(invite)).path(0);
    }

    private static JsonNode readAll(List<Invite> invites) throws IOException, InterruptedException {
        Path answer = Files.createTempFile("read-ics", ".json");
        Process node = new ProcessBuilder("node", "read-ics.mjs")
                .directory(TOOLS.toFile())
                .redirectOutput(answer.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream in = node.getOutputStream()) {
            JSON.writeValue(in, invites.stream().map(InviteWriter::write).toList());
        }
        assertThat(node.waitFor()).isZero();
        try {
            return JSON.readTree(answer.toFile());
        } finally {
            Files.delete(answer);
        }
    }
}
