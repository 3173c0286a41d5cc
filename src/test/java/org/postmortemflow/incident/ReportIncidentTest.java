package org.postmortemflow.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IncidentSlice
class ReportIncidentTest {

    private static final String T1 = "2026-06-10T08:00:00Z";
    private static final String T2 = "2026-06-10T09:00:00Z";
    private static final String T3 = "2026-06-10T10:00:00Z";
    private static final String T4 = "2026-06-10T11:00:00Z";

    @Autowired
    ReportIncident reportIncident;

    @Autowired
    Incidents incidents;

    @Autowired
    Postmortems postmortems;

    @Autowired
    History history;

    @Autowired
    ProcessSpy process;

    @Autowired
    JdbcClient jdbc;

    private final Reports reports = Reports.ofNewIncident();

    @AfterEach
    void mendEngine() {
        process.failing = false;
    }

    private PostmortemId opened(IncidentReport report) {
        ReportOutcome outcome = reportIncident.report(report);
        assertThat(outcome.opened()).isTrue();
        return Objects.requireNonNull(outcome.postmortem());
    }

    private List<String> historyOf(PostmortemId id) {
        return history.of(id).stream().map(History.Entry::text).toList();
    }

    @Test
    void anIncidentThatGoesOnHasNoPostmortemYet() {
        ReportOutcome outcome = reportIncident.report(reports.ongoing(T1, Severity.SEV_1));

        assertThat(outcome).isEqualTo(ReportOutcome.NOTHING);
    }

    @Test
    void aResolvedIncidentOpensItsPostmortemAndStartsTheProcess() {
        PostmortemId id = opened(reports.resolved(T2, Severity.SEV_1));

        Postmortem postmortem = postmortems.get(id);
        assertThat(postmortem.severity()).isEqualTo(Severity.SEV_1);
        assertThat(postmortem.clockStart()).isEqualTo(T2);
        assertThat(postmortem.status()).isEqualTo(Status.DRAFT);
        assertThat(process.callsOf(id)).containsExactly("start");
        assertThat(incidents.of(id).resolvedAt()).isEqualTo(T2);
    }

    @Test
    void peopleAndServicesAreMatchedAndStrangersAreKeptByName() {
        Incident incident = incidents.of(opened(reports.resolved(T2, null)));

        assertThat(incident.responders())
                .containsExactly(
                        new Responder(ResponderRole.SCRIBE, new PersonId("ada"), "Ada Example"),
                        new Responder(ResponderRole.RESPONDER, null, "Ben Stranger"));
        assertThat(incident.services()).containsExactly("gateway", "Ledger");
        assertThat(incident.url()).as("only addresses of the web are kept").isNull();
    }

    @Test
    void theSameIncidentTwiceHasOnePostmortem() {
        PostmortemId id = opened(reports.resolved(T2, Severity.SEV_2));

        assertThat(reportIncident.report(reports.resolved(T2, Severity.SEV_2))).isEqualTo(new ReportOutcome(id, false));
        assertThat(process.callsOf(id)).containsExactly("start");
    }

    @Test
    void theSameIncidentAtTheSameInstantOnTwoThreadsHasOnePostmortem() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 20; round++) {
                Reports racing = Reports.ofNewIncident();
                CyclicBarrier together = new CyclicBarrier(2);
                Callable<ReportOutcome> report = () -> {
                    together.await();
                    return reportIncident.report(racing.resolved(T2, Severity.SEV_1));
                };
                List<Future<ReportOutcome>> both = threads.invokeAll(List.of(report, report));
                ReportOutcome one = both.get(0).get();
                ReportOutcome other = both.get(1).get();

                assertThat(one.postmortem()).isNotNull().isEqualTo(other.postmortem());
                assertThat(one.opened()).isNotEqualTo(other.opened());
                assertThat(process.callsOf(Objects.requireNonNull(one.postmortem())))
                        .containsExactly("start");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aDeliveryCountsOnceHoweverOftenItIsSent() {
        PostmortemId id = opened(reports.resolved(T1, null));
        IncidentAddition note = reports.note("D-" + reports.key(), T2, "Rolled back.");

        reportIncident.add(note);
        reportIncident.add(note);

        assertThat(incidents.of(id).summary()).containsOnlyOnce("Rolled back.").contains("Ada");
    }

    @Test
    void nothingStaysWhenTheProcessCannotStart() {
        process.failing = true;
        assertThatThrownBy(() -> reportIncident.report(reports.resolved(T2, null)))
                .hasMessageContaining("engine is down");
        assertThat(jdbc.sql("select count(*) from incident where external_key = ?")
                        .param(reports.key())
                        .query(Long.class)
                        .single())
                .isZero();

        process.failing = false;
        opened(reports.resolved(T2, null));
    }

    @Test
    void resolvedAgainAfterReopeningMovesTheDeadlinesVisibly() {
        PostmortemId id = opened(reports.resolved(T2, Severity.SEV_1));

        reportIncident.report(reports.ongoing(T3, Severity.SEV_1));
        assertThat(postmortems.get(id).clockStart())
                .as("until it is resolved again")
                .isEqualTo(T2);
        assertThat(reportIncident.report(reports.resolved(T4, Severity.SEV_1))).isEqualTo(new ReportOutcome(id, false));

        assertThat(postmortems.get(id).clockStart()).isEqualTo(T4);
        assertThat(incidents.of(id).resolvedAt()).isEqualTo(T4);
        assertThat(process.callsOf(id)).containsExactly("start", "deadlinesChanged");
        assertThat(historyOf(id))
                .anyMatch(text -> text.startsWith("The incident was reopened"))
                .anyMatch(text -> text.contains("Deadlines now count from Wed 10 Jun 2026 13:00 CEST")
                        && text.contains("resolved again"));
    }

    @Test
    void anEarlierReportThatArrivesLateDoesNotWin() {
        PostmortemId id = opened(reports.resolved(T3, Severity.SEV_1));

        reportIncident.report(reports.ongoing(T1, null));
        reportIncident.report(reports.resolved(T2, Severity.SEV_4));

        Incident incident = incidents.of(id);
        assertThat(incident.resolvedAt()).isEqualTo(T3);
        assertThat(incident.severity()).isEqualTo(Severity.SEV_1);
        assertThat(incident.title()).endsWith(T3);
        assertThat(process.callsOf(id)).containsExactly("start");
    }

    @Test
    void aResolutionThatArrivesAfterALaterRemarkStillOpens() {
        reportIncident.report(reports.ongoing(T1, null));
        reportIncident.report(reports.afterwards(T3, Severity.SEV_2));

        PostmortemId id = opened(reports.resolved(T2, null));

        assertThat(postmortems.get(id).severity()).isEqualTo(Severity.SEV_2);
        assertThat(postmortems.get(id).clockStart()).isEqualTo(T2);
    }

    @Test
    void anUnknownSeverityIsFilledInWhenItBecomesKnown() {
        PostmortemId id = opened(reports.resolved(T1, null));
        assertThat(postmortems.get(id).severity()).isNull();

        reportIncident.report(reports.afterwards(T2, Severity.SEV_2));

        assertThat(postmortems.get(id).severity()).isEqualTo(Severity.SEV_2);
        assertThat(process.callsOf(id)).containsExactly("start", "deadlinesChanged");
    }

    @Test
    void aReportThatTellsNoSeverityLeavesTheOneThatIsKnown() {
        reportIncident.report(reports.ongoing(T1, Severity.SEV_1));

        PostmortemId id = opened(reports.resolved(T2, null));

        assertThat(postmortems.get(id).severity()).isEqualTo(Severity.SEV_1);
    }

    @Test
    void aSeverityThatIsSetAlreadyIsNotOverruledButTold() {
        PostmortemId id = opened(reports.resolved(T1, Severity.SEV_1));

        reportIncident.report(reports.afterwards(T2, Severity.SEV_3));

        assertThat(postmortems.get(id).severity()).isEqualTo(Severity.SEV_1);
        assertThat(process.callsOf(id)).containsExactly("start");
        assertThat(historyOf(id)).anyMatch(text -> text.contains("Sev-3") && text.contains("keeps Sev-1"));
    }

    @Test
    void aCancelledPostmortemStaysSoWhenTheIncidentIsResolvedAgain() {
        PostmortemId id = opened(reports.resolved(T1, Severity.SEV_1));
        postmortems.moveTo(id, Status.CANCELLED, new PersonId("ada"), "duplicate");

        reportIncident.report(reports.ongoing(T2, Severity.SEV_1));
        reportIncident.report(reports.resolved(T3, Severity.SEV_1));

        assertThat(postmortems.get(id).status()).isEqualTo(Status.CANCELLED);
        assertThat(postmortems.get(id).clockStart()).isEqualTo(T1);
        assertThat(process.callsOf(id)).containsExactly("start");
        assertThat(historyOf(id)).anyMatch(text -> text.contains("stays Cancelled"));
    }

    @Test
    void anIncidentCanBeKnownFromANoteFirst() {
        reportIncident.add(reports.note("D1-" + reports.key(), T1, "Looking into it."));

        PostmortemId id = opened(reports.resolved(T2, Severity.SEV_2));

        assertThat(incidents.of(id).title()).endsWith(T2);
        assertThat(incidents.of(id).summary()).contains("Looking into it.");
    }

    @Test
    void withoutAKeyTitleAndTimesTellRepeatsApart() {
        IncidentReport first = withoutKey("Search  is empty " + reports.key(), T1);
        PostmortemId id = opened(first);

        assertThat(reportIncident.report(withoutKey("search is EMPTY " + reports.key(), T1)))
                .isEqualTo(new ReportOutcome(id, false));
        assertThat(opened(withoutKey("Search is empty " + reports.key(), T2))).isNotEqualTo(id);
    }

    private static IncidentReport withoutKey(String title, String resolvedAt) {
        Instant at = Instant.parse(resolvedAt);
        return new IncidentReport(
                "manual",
                null,
                null,
                at,
                null,
                title,
                Severity.SEV_2,
                null,
                null,
                Resolution.at(at),
                List.of(),
                List.of(),
                "",
                java.util.Set.of(),
                null);
    }
}
