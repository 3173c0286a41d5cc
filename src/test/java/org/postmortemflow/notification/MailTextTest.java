package org.postmortemflow.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

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

    private static MailText.Rendered render(String title) throws IOException {
        return new MailText()
                .render(
                        "postmortem-opened",
                        Map.of("title", title, "severity", "Sev-1", "personName", "Ada", "link", LINK));
    }
}
