package org.postmortemflow.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** The persons concerned take a Sev-1 to Closed in Camunda Tasklist, each step in its form. */
class BrowserIT {

    @BeforeAll
    static void aBrowserIsInstalled() {
        if (Browser.isInstalled()) {
            return;
        }
        String message =
                "No Chromium or Chrome with its driver is installed: the journey in the browser is not tested.";
        System.err.println("\n*** SKIPPED *** " + message + "\n");
        if ("true".equals(System.getenv("CI"))) {
            fail(message);
        }
        abort(message);
    }

    @Test
    void aSev1GoesToClosedInTasklist(@TempDir Path workingDirectory, @TempDir Path profile) throws Exception {
        try (Mailboxes mailboxes = new Mailboxes();
                PackagedApplication application =
                        new PackagedApplication("browser", workingDirectory, mailboxes.port()).ready();
                Browser browser = new Browser(Files.createDirectory(profile.resolve("chrome")))) {
            PagerDuty pagerDuty = new PagerDuty(application.base());
            pagerDuty.givesHighestPriority();
            String id = pagerDuty.resolves();
            Caller anybody = new Caller(application.base(), "emeka");
            Tasklist tasklist = new Tasklist(browser, application.base());

            for (List<JsonNode> open = Sev1.next(anybody, id); !open.isEmpty(); open = Sev1.next(anybody, id)) {
                for (JsonNode step : open) {
                    tasklist.signIn(Sev1.doer(step));
                    boolean mine = step.path("assignee").isTextual();
                    tasklist.open(
                            mine ? "My tasks" : "My groups' tasks",
                            step.path("label").asText());
                    fill(tasklist, step.path("step").asText());
                    tasklist.complete();
                }
            }

            browser.open(application.base() + "/postmortems/" + id);
            assertThat(browser.await(By.tagName("main")).getText()).contains(Sev1.TITLE, "Closed", Sev1.FOLLOW_UP);
        }
    }

    private static void fill(Tasklist tasklist, String step) {
        Map<String, Object> answers = Sev1.answers(step);
        switch (step) {
            case "designate-owner" -> tasklist.tick("Kavya Raman");
            case "schedule-meeting" -> tasklist.type("Video link", text(answers, "videoLink"));
            case "collect-timeline" -> {
                tasklist.type("Time, row 1", "2026-06-10 14:05");
                tasklist.type("What happened, row 1", "Sessions begin to wait");
                tasklist.type("Source, row 1", "Metrics");
            }
            case "describe-impact" -> {
                tasklist.type("Minutes visible to customers", text(answers, "visibleMinutes"));
                tasklist.type("Functionality affected", text(answers, "functionality"));
            }
            case "analyse" -> {
                tasklist.type("Overview", text(answers, "overview"));
                tasklist.type("What happened", text(answers, "whatHappened"));
                tasklist.type("Contributing factors", text(answers, "contributingFactors"));
                tasklist.type("Resolution", text(answers, "resolution"));
            }
            case "open-follow-ups" -> {
                tasklist.type("Title, row 1", Sev1.FOLLOW_UP);
                tasklist.choose("Improves, row 1", "Detection");
                tasklist.choose("Team, row 1", "Platform");
            }
            case "draft-external-message" -> {
                tasklist.type("Summary", text(answers, "summary"));
                tasklist.type("What happened", text(answers, "whatHappened"));
                tasklist.type("What are we doing about this", text(answers, "whatWeDo"));
            }
            case "review-postmortem" -> {
                tasklist.tick("There is enough detail");
                tasklist.choose("Verdict", "Approve");
            }
            case "hold-meeting" -> {
                tasklist.tick("The external message is approved");
                tasklist.tick("The content was agreed");
            }
            case "publish-external-message" -> {
                tasklist.type("Posted where", Sev1.POSTED_AT);
                // yesterday, so that it is past in every zone
                tasklist.typeAndLeave("Posted on", yesterday());
                tasklist.typeAndLeave("Posted at", "10:00");
            }
            default -> throw new AssertionError("Nobody knows the form of " + step);
        }
    }

    private static String text(Map<String, Object> answers, String field) {
        return String.valueOf(answers.get(field));
    }

    private static String yesterday() {
        return LocalDate.now(ZoneId.of("Europe/Berlin")).minusDays(1).format(DateTimeFormatter.ofPattern("MM/dd/yyyy"));
    }
}
