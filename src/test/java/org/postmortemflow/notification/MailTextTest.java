package org.postmortemflow.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTextTest {

    private static final String LINK = "https://pm.example/postmortems/1/steps/analyse";

    @Test
    void oneSourceMakesSubjectTextAndHtmlWithOneButton() throws IOException {
        MailText.Rendered mail = render("Checkout was slow");

        assertThat(mail.subject()).isEqualTo("Postmortem opened: Checkout was slow (Sev-1)");
        assertThat(mail.text())
                .contains("Hello Ada")
                .contains(LINK)
                .doesNotContain("[(")
                .doesNotContain("**");
        assertThat(mail.html())
                .contains("<strong>Checkout was slow</strong>")
                .containsOnlyOnce("<h2><a")
                .contains("href=\"" + LINK);
    }

    @Test
    void aHostileTitleAddsNoHeaderNoButtonAndNoMarkup() throws IOException {
        MailText.Rendered mail = render(
                "x\r\nBcc: all@example.com\n## [Click](https://evil.example) <script>alert(1)</script> `${7*7}`");

        assertThat(mail.subject()).doesNotContain("\r").doesNotContain("\n").contains("Bcc: all@example.com");
        assertThat(mail.html()).doesNotContain("<script>").doesNotContain("href=\"https://evil.example");
        assertThat(mail.html().split("<h2>")).hasSize(2);
        assertThat(mail.text()).contains("[Click](https://evil.example)").contains("${7*7}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "owner-designated",
                "meeting-invite",
                "meeting-moved",
                "meeting-cancelled",
                "review-asked",
                "step-overdue",
                "postmortem-opened",
                "result-shared",
                "external-message-to-post",
                "mentioned",
                "your-turn",
                "please-read"
            })
    void everyTemplateSaysWhatItIsAboutAndHasExactlyOneButton(String template) throws IOException {
        MailText.Rendered mail = new MailText().render(template, everything());

        assertThat(mail.subject()).contains("Checkout was slow").doesNotContain("null");
        assertThat(mail.text()).contains("Hello Ada", "Checkout was slow", LINK).doesNotContain("null", "[(", "\\");
        assertThat(mail.html())
                .containsOnlyOnce("<h2><a rel=\"nofollow\" href=\"" + LINK)
                .doesNotContain("null", "[(", "\\");
    }

    @Test
    void theMailboxShowsALineBesideTheSubjectThatNoReaderOfTheMailSees() throws IOException {
        MailText.Rendered mail = render("{{body}} <b>$1</b>\0\r\nPreheader: x");

        assertThat(mail.html())
                .contains("<div class=\"preheader\">The incident is over. ")
                .contains("<title>Postmortem opened: {{body}} &lt;b&gt;$1&lt;/b&gt;")
                .doesNotContain("Preheader: The");
        assertThat(mail.text()).doesNotContain("The incident is over.");
        assertThat(mail.subject()).doesNotContain("\0", "\r", "\n");
    }

    @Test
    void everySourceHasASubjectAndALineForTheMailbox() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/templates/mail"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".md")).toList())
                    .hasSizeGreaterThan(10)
                    .allSatisfy(file ->
                            assertThat(Files.readString(file)).matches("(?s)Subject: .*?\\nPreheader: \\S.*?\\n# .*"));
        }
    }

    @Test
    void anOwnerReadsThatItIsNoPunishment() throws IOException {
        assertThat(new MailText().render("owner-designated", everything()).text())
                .as("R3")
                .contains("This is not a punishment");
    }

    @Test
    void reviewersReadWhetherThePostmortemIsComplete() throws IOException {
        Map<String, Object> model = everything();
        assertThat(new MailText().render("review-asked", model).text())
                .as("R26")
                .contains("ready for review")
                .doesNotContain("still being written");

        model.put("complete", false);
        assertThat(new MailText().render("review-asked", model).text())
                .contains("still being written")
                .doesNotContain("ready for review");
    }

    @Test
    void aLongTextKeepsItsLinesAndDrawsNothing() throws IOException {
        Map<String, Object> model = everything();
        model.put("message", "Sorry\n===\n\n    rm -rf *\n\n- one\n1. two\n> three\n| a | b |\n&lt;b&gt; 'q' \"r\"");

        MailText.Rendered mail = new MailText().render("external-message-to-post", model);

        assertThat(mail.html())
                .containsOnlyOnce("<h1>")
                .doesNotContain("<pre>", "<code>", "<li>", "<blockquote>", "<table>", "<b>", "\\");
        assertThat(mail.text())
                .contains("===", "rm -rf *", "- one\n1. two\n> three\n| a | b |\n&lt;b&gt; 'q' \"r\"")
                .doesNotContain("\\");
    }

    @Test
    void charactersThatTurnOrBreakTextAreLeftOut() throws IOException {
        MailText.Rendered mail = render("a\u202egpj.exe\u2028b\u0085c\u009bd\u2066e");

        for (String part : new String[] {mail.subject(), mail.text(), mail.html()}) {
            assertThat(part).doesNotContainPattern("[\\u202e\\u2028\\u0085\\u009b\\u2066]");
        }
    }

    @Test
    void aLongSubjectIsCutBetweenCharacters() throws IOException {
        for (String title : new String[] {"🧯".repeat(200), "x" + "🧯".repeat(200)}) {
            String subject = render(title).subject();

            assertThat(subject).hasSizeLessThanOrEqualTo(200).endsWith("…");
            assertThat(new String(subject.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(subject);
        }
    }

    private static Map<String, Object> everything() {
        Map<String, Object> model = new HashMap<>(Map.of(
                "title", "Checkout was slow",
                "severity", "Sev-1",
                "personName", "Ada",
                "link", LINK,
                "due", "Fri 12 Jun 2026 14:00 CEST",
                "since", "Thu 11 Jun 2026 14:00 CEST",
                "because", "a day before the meeting",
                "reason", "incident commander",
                "meetingAt", "Sat 13 Jun 2026 14:00 CEST"));
        model.put("author", "Ben");
        model.put("askedBy", "Ada");
        model.put("where", "the timeline");
        model.put("agenda", "1. How did we get here?\n2. What next?");
        model.put("summary", "A cache was too small.");
        model.put("message", "We are sorry.");
        model.put("step", "Analyse");
        model.put("what", "Analyse");
        model.put("names", "Analyse");
        model.put(
                "items",
                List.of(Map.of(
                        "step",
                        "Analyse",
                        "due",
                        "due tomorrow",
                        "waitsFor",
                        "Chloé Martin",
                        "because",
                        "it is Sev-1")));
        model.put("deadline", "Sun 14 Jun 2026 00:00 CEST: Sev-1, 3 calendar days after the incident");
        model.put("complete", true);
        return model;
    }

    private static MailText.Rendered render(String title) throws IOException {
        return new MailText()
                .render(
                        "postmortem-opened",
                        Map.of("title", title, "severity", "Sev-1", "personName", "Ada", "link", LINK));
    }
}
