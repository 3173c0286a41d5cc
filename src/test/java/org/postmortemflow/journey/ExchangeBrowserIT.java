package org.postmortemflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Postmortems come in by the page, and leave by it as files that others can use. */
class ExchangeBrowserIT {

    private static final By FILES = By.name("files");
    private static final By IMPORT = By.cssSelector("form[action='/import'] button[type=submit]");

    @RegisterExtension
    static final InBrowsers JOURNEY = new InBrowsers("ada");

    @TempDir
    private Path folder;

    private Browser ada;

    @BeforeEach
    void sitDown() {
        ada = JOURNEY.browser("ada");
    }

    @Test
    void ofSeveralFilesTheBrokenOneIsNamedAndTheOthersAreRead() throws IOException {
        Path good = Files.writeString(folder.resolve("queue.md"), document("The queue was stuck " + unique()));
        Path other = Files.writeString(folder.resolve("cache.md"), document("The cache was cold " + unique()));
        Path broken = Files.write(folder.resolve("broken.md"), new byte[] {0, 1, 2, (byte) 0xff, 0});

        send(List.of(good, broken, other));

        assertThat(ada.await(By.tagName("main")).getText())
                .contains("2 of 3 files were imported", "The queue was stuck", "The cache was cold")
                .containsPattern("Not imported broken\\.md");
        ada.click(By.partialLinkText("How it was read"));
        assertThat(ada.await(By.cssSelector("table.cards")).getText()).contains("Timeline", "Contributing factors");

        send(List.of(good));

        assertThat(ada.await(By.tagName("main")).getText()).contains("queue.md was imported before");
    }

    @Test
    void theWebPageStandsAloneAndIsReadableInTheDark() throws Exception {
        String page = importedPage("Alone " + unique());
        Path file =
                Files.write(folder.resolve("alone.html"), take(page, "Web page").body());

        dark(true);
        ada.open(file.toUri().toString());

        ada.await(By.tagName("h1"));
        assertThat(number("""
                return document.querySelectorAll('script, link[rel=stylesheet], img:not([src^="data:"]), iframe').length""")).isZero();
        assertThat(number("return performance.getEntriesByType('resource').length"))
                .as("what the file fetched")
                .isZero();
        assertThat(contrast("h1")).isGreaterThan(7);
        assertThat(contrast("table td")).isGreaterThan(4.5);
        assertThat(contrast("table th")).isGreaterThan(4.5);
        dark(false);
        assertThat(contrast("table td")).isGreaterThan(4.5);
    }

    @Test
    void theMarkdownIsTakenByTheImportAndThePdfHasTheText() throws Exception {
        String title = "There and back " + unique();
        String page = importedPage(title);
        HttpResponse<byte[]> pdf = take(page, "PDF");
        HttpResponse<byte[]> markdown = take(page, "Markdown");

        assertThat(pdf.headers().firstValue("content-disposition").orElse("")).contains("attachment", ".pdf");
        try (PDDocument document = Loader.loadPDF(pdf.body())) {
            assertThat(new PDFTextStripper().getText(document)).contains(title, "Consumers stop", "A lock was held");
        }
        String again = new String(markdown.body(), StandardCharsets.UTF_8)
                .replace(title, title + ", again")
                .replace("Consumers stop", "Consumers have stopped");
        send(List.of(Files.writeString(folder.resolve("again.md"), again)));
        ada.click(By.linkText("To the postmortem"));
        assertThat(ada.await(By.tagName("main")).getText())
                .contains(title + ", again", "Consumers have stopped", "A lock was held");
    }

    /** The page of a document that was imported just now. */
    private String importedPage(String title) throws IOException {
        send(List.of(Files.writeString(folder.resolve("document.md"), document(title))));
        ada.click(By.linkText("To the postmortem"));
        ada.await(By.id("take"));
        return ada.address();
    }

    private void send(List<Path> files) {
        String form = JOURNEY.base() + "/import";
        ada.open(form);
        WebElement field = ada.await(FILES);
        field.sendKeys(String.join("\n", files.stream().map(Path::toString).toList()));
        ada.click(IMPORT);
        ada.await(
                "the answer",
                d -> !form.equals(d.getCurrentUrl())
                        || !d.findElements(By.className("summary")).isEmpty());
    }

    /** What the link on the postmortem's page gives, with the browser's session. */
    private HttpResponse<byte[]> take(String page, String link) throws IOException, InterruptedException {
        ada.open(page);
        String address = Objects.requireNonNull(ada.await(By.linkText(link)).getDomProperty("href"));
        String session = Objects.requireNonNull(ada.driver().manage().getCookieNamed("JSESSIONID"))
                .getValue();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Cookie", "JSESSIONID=" + session)
                .build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(link).isEqualTo(200);
        return answer;
    }

    private void dark(boolean dark) {
        ada.driver()
                .executeCdpCommand(
                        "Emulation.setEmulatedMedia",
                        Map.of(
                                "features",
                                List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    /** Of the first such element's text to what is painted behind it, as WCAG 2.2 §1.4.3 reckons. */
    private double contrast(String selector) {
        return number("""
                const light = color => color.match(/[\\d.]+/g).slice(0, 3).map(Number).map(c => c / 255)
                    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
                    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
                const element = document.querySelector('%s');
                let behind = element;
                while (behind && /, 0\\)$|transparent/.test(getComputedStyle(behind).backgroundColor)) {
                  behind = behind.parentElement;
                }
                const two = [getComputedStyle(element).color, behind ? getComputedStyle(behind).backgroundColor : 'rgb(255, 255, 255)']
                    .map(light).sort((a, b) => b - a);
                return (two[0] + 0.05) / (two[1] + 0.05)""".formatted(selector));
    }

    private double number(String script) {
        return ((Number) Objects.requireNonNull(ada.driver().executeScript(script))).doubleValue();
    }

    /** Other tests import too, and nothing is imported twice. */
    private static String unique() {
        return java.util.UUID.randomUUID().toString().substring(0, 8);
    }

    private static String document(String title) {
        return """
                # %s

                Date: 2026-06-10
                Severity: Sev-2

                ## Summary

                Orders waited for half an hour.

                ## Timeline (UTC)

                | Time | Event |
                |---|---|
                | 12:05 | Consumers stop |
                | 12:20 | An alert is raised |
                | 12:41 | Resolved: consumers were restarted |

                ## Contributing factors

                - A lock was held by a process that was gone

                ## Action items

                - Alert on the age of the oldest order
                """.formatted(title);
    }
}
