package org.postmortemflow.archive.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postmortemflow.archive.export.ExportedPostmortem.Image;
import org.postmortemflow.document.Markdown;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** HTML and the PDF that is printed from it. */
class ExportHtmlTest {

    private final ExportHtml html = new ExportHtml(templates(), new Markdown());
    private final ExportPdf pdf = new ExportPdf(html, new PaperFonts(new ExportSettings(null)));

    private static SpringTemplateEngine templates() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    private static Image graph() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", png);
        return new Image("image/png", png.toByteArray());
    }

    @Test
    void hostileTextIsShownAndDoesNothing() {
        String written = html.write(Samples.hostile());
        Document page = Jsoup.parse(written);

        assertThat(page.select("script, link, iframe, object, [onerror]")).isEmpty();
        assertThat(page.title()).isEqualTo(Samples.hostile().title());
        assertThat(page.select("h1").text()).contains("<script>alert('x')</script>", "${7*7} [[${7*7}]]");
        assertThat(page.select("section")).hasSizeGreaterThan(25);
        assertThat(page.select("#timeline ~ table tbody tr")).hasSize(3);
        assertThat(page.text()).contains("Ζωή Ковальчук", "2 rows that were put aside", "In progress, FU-12", "1200");
    }

    @Test
    void theStyleIsTheOneThatThePolicyAllows() throws Exception {
        String style = Jsoup.parse(html.write(Samples.hostile()))
                .select("style")
                .first()
                .data();
        byte[] hash = java.security.MessageDigest.getInstance("SHA-256")
                .digest(style.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(ExportHtml.policy())
                .contains("'sha256-" + java.util.Base64.getEncoder().encodeToString(hash) + "'")
                .startsWith("default-src 'none'");
    }

    @Test
    void anAttachedImageIsInTheFileAndOneFromElsewhereIsALink() throws IOException {
        Document page = Jsoup.parse(html.write(Samples.withImage(graph())));

        assertThat(page.select("img")).singleElement().satisfies(image -> {
            assertThat(image.attr("src")).startsWith("data:image/png;base64,");
            assertThat(image.attr("alt")).isEqualTo("a graph");
        });
        assertThat(page.select("a[href=https://elsewhere.test/x.png]")).hasSize(1);
    }

    @Test
    void thePdfTellsTheSameInAllItsLetters() throws IOException {
        try (PDDocument document = Loader.loadPDF(print(Samples.hostile()))) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");

            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo(Samples.hostile().title());
            assertThat(text).contains("Ελληνικά, Кириллица, Łódź.", "Row 2", "Responders", "What went well");
            assertThat(text).contains("Page 1 of " + document.getNumberOfPages());
            assertThat(document.getNumberOfPages()).isBetween(3, 12);
        }
    }

    @Test
    void fiveHundredRowsArePrinted() throws IOException {
        try (PDDocument document = Loader.loadPDF(print(Samples.withRows(500)))) {
            String text = new PDFTextStripper().getText(document);

            assertThat(document.getNumberOfPages()).isBetween(20, 150);
            assertThat(text).contains("Row 0 ", "Row 250 ", "Row 499 ");
            assertThat(text).contains("Page 7 of " + document.getNumberOfPages());
        }
    }

    @Test
    void anImageIsPrintedAndABrokenOneIsNamed() throws IOException {
        try (PDDocument document = Loader.loadPDF(print(Samples.withImage(graph())))) {
            assertThat(document.getPage(0).getResources().getXObjectNames()).isNotEmpty();
        }
        try (PDDocument document = Loader.loadPDF(print(Samples.withImage(new Image("image/webp", new byte[9]))))) {
            assertThat(new PDFTextStripper().getText(document)).contains("Image: a graph");
        }
    }

    @Test
    void lettersThatCannotBePrintedAreTold() throws IOException {
        String text = printed(Samples.saying("決済が止まった ✅ fine \u200d and 🧨"), pdf);

        assertThat(text).contains("fonts of this file lack", "Han, Hiragana", "symbols", "a # stands", "fine");
        assertThat(printed(Samples.hostile(), pdf)).doesNotContain("fonts of this file");
    }

    @Test
    void aFontThatTheOperatorAddsPrintsItsLetters(@TempDir Path fonts) throws IOException {
        Files.write(fonts.resolve("broken.ttf"), new byte[] {0, 1, 2, 3});
        Files.writeString(fonts.resolve("readme.txt"), "no font");
        try (InputStream oneMore = PaperFonts.shipped("DejaVuSansMono.ttf")) {
            Files.copy(oneMore, fonts.resolve("more.ttf"));
        }
        PaperFonts more = new PaperFonts(new ExportSettings(fonts));

        assertThat(more.added().values()).containsExactly(fonts.resolve("more.ttf"));
        assertThat(printed(Samples.hostile(), new ExportPdf(html, more))).contains("Кириллица");
    }

    private static String printed(ExportedPostmortem postmortem, ExportPdf by) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        by.write(postmortem, content);
        try (PDDocument document = Loader.loadPDF(content.toByteArray())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private byte[] print(ExportedPostmortem postmortem) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        pdf.write(postmortem, content);
        return content.toByteArray();
    }
}
