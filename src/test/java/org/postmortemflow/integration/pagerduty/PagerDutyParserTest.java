package org.postmortemflow.integration.pagerduty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postmortemflow.incident.IncidentAddition;
import org.postmortemflow.incident.IncidentReport;
import org.postmortemflow.incident.Mention;
import org.postmortemflow.incident.ReportedResponder;
import org.postmortemflow.incident.Resolution;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.shared.Severity;

class PagerDutyParserTest {

    private static final Mention ADA = new Mention("PADA001", "Ada Example");
    private static final Mention BEN = new Mention("PBEN002", "Ben Stranger");

    private final PagerDutyParser parser =
            new PagerDutyParser(new ObjectMapper(), new PagerDutySettings(null, null).severityByPriority());

    private PagerDutyEvent parse(String sample) {
        return parser.parse(Samples.bytes(sample));
    }

    private IncidentReport whole(String sample) {
        return ((PagerDutyEvent.Whole) parse(sample)).report();
    }

    private IncidentAddition more(String sample) {
        return ((PagerDutyEvent.More) parse(sample)).addition();
    }

    @Test
    void resolvedMeansResolvedWhenItOccurred() {
        IncidentReport report = whole("incident.resolved.json");

        assertThat(report.resolution()).isEqualTo(Resolution.at(Instant.parse("2026-06-10T09:30:00.500Z")));
        assertThat(report.externalKey()).isEqualTo("PINC100");
        assertThat(report.deliveryId()).isEqualTo("EV-RESOLVED");
        assertThat(report.title()).isEqualTo("Payments are declined");
        assertThat(report.severity()).isEqualTo(Severity.SEV_1);
        assertThat(report.detectedAt()).isEqualTo("2026-06-10T08:00:00Z");
        assertThat(report.startedAt()).as("PagerDuty does not know it").isNull();
        assertThat(report.services()).containsExactly(new Mention("PSVC001", "Payment gateway"));
        assertThat(report.summary()).isEqualTo("Incident call: https://call.example.com/room-7");
        assertThat(report.url()).isEqualTo("https://shop.pagerduty.com/incidents/PINC100");
        assertThat(report.reportedBy()).isEqualTo(ADA);
    }

    @Test
    void withoutPriorityTheSeverityIsUnknownAndNotGuessed() {
        assertThat(whole("incident.resolved-without-priority.json").severity()).isNull();
    }

    @Test
    void aPriorityThatNobodyMappedIsAnUnknownSeverity() {
        PagerDutyParser custom = new PagerDutyParser(
                new ObjectMapper(), new PagerDutySettings(null, Map.of("Critical", "sev-1")).severityByPriority());

        IncidentReport report = ((PagerDutyEvent.Whole) custom.parse(Samples.bytes("incident.resolved.json"))).report();

        assertThat(report.severity()).isNull();
    }

    @Test
    void aMapToSomethingThatIsNoSeverityStopsTheStart() {
        assertThatThrownBy(() -> new PagerDutySettings(null, Map.of("P1", "very bad")))
                .hasMessageContaining("P1")
                .hasMessageContaining("sev-1 to sev-5");
    }

    /** R3: who was paged first and who triggered by hand are criteria for the owner. */
    @Test
    void whoTriggeredAndWhoWasPagedAreKnownFromTheTrigger() {
        IncidentReport report = whole("incident.triggered.json");

        assertThat(report.responders())
                .containsExactly(
                        new ReportedResponder(ResponderRole.TRIGGERED_RESPONSE, ADA),
                        new ReportedResponder(ResponderRole.PRIMARY_ON_CALL, ADA));
        assertThat(report.resolution()).isEqualTo(Resolution.ongoing());
    }

    @Test
    void nobodyBecomesIncidentCommanderByGuess() {
        assertThat(whole("incident.resolved.json").responders())
                .extracting(ReportedResponder::role)
                .containsOnly(ResponderRole.RESPONDER);
    }

    @Test
    void aReopenedIncidentGoesOn() {
        assertThat(whole("incident.reopened.json").resolution()).isEqualTo(Resolution.ongoing());
    }

    @Test
    void anIncidentThatWasMergedIntoAnotherIsNotOver() {
        String merged = new String(Samples.bytes("incident.resolved.json"), UTF_8)
                .replace("\"resolve_reason\": null", "\"resolve_reason\": {\"type\": \"merge_resolve_reason\"}");

        IncidentReport report = ((PagerDutyEvent.Whole) parser.parse(merged.getBytes(UTF_8))).report();

        assertThat(report.resolution()).isEqualTo(Resolution.untold());
    }

    @Test
    void aNoteAndAResponderAreAdded() {
        IncidentAddition note = more("incident.annotated.json");
        assertThat(note.externalKey()).isEqualTo("PINC100");
        assertThat(note.title()).isEqualTo("Payments are declined");
        assertThat(note.note()).startsWith("Rolled the gateway back");
        assertThat(note.author()).isEqualTo("Ada Example");

        assertThat(more("incident.responder.added.json").responders())
                .containsExactly(new ReportedResponder(ResponderRole.RESPONDER, BEN));
    }

    @Test
    void aPingAndUnknownTypesStartNothing() {
        assertThat(parse("pagey.ping.json")).isEqualTo(new PagerDutyEvent.Nothing("pagey.ping"));
        String unknown = new String(Samples.bytes("incident.annotated.json"), UTF_8)
                .replace("incident_note", "incident_something_new");
        assertThat(parser.parse(unknown.getBytes(UTF_8))).isInstanceOf(PagerDutyEvent.Nothing.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "not json                                          | body",
                "[]                                                | event",
                "{}                                                | event",
                "null                                              | event",
                "{\"messages\": []}                                | event",
                "{\"event\": {\"event_type\": \"incident.resolved\"}} | event.id",
                "{\"event\": {\"id\": \"E\", \"event_type\": \"incident.resolved\", \"occurred_at\": \"soon\", \"data\": {}}} | event.occurred_at",
                "{\"event\": {\"id\": \"E\", \"event_type\": \"incident.resolved\", \"occurred_at\": \"2026-06-10T08:00:00Z\", \"data\": {\"type\": \"incident\"}}} | event.data.id",
            })
    void whatIsNoMessageIsRefusedWithTheReason(String body, String field) {
        assertThatThrownBy(() -> parser.parse(body.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.problems()).containsKey(field));
    }
}
