package org.postmortemflow.archive.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.postmortemflow.archive.export.Outline.Passage;
import org.postmortemflow.document.Markdown;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Writes one HTML file that stands alone: style and images are in it, nothing is loaded and nothing runs, wherever it is opened.
 */
@Component
public class ExportHtml {

    private static final String SCREEN = resource("screen.css");
    private static final String PAPER = resource("paper.css");

    private final ITemplateEngine templates;
    private final Markdown markdown;

    ExportHtml(ITemplateEngine templates, Markdown markdown) {
        this.templates = templates;
        this.markdown = markdown;
    }

    /** For the Content-Security-Policy: the file's own style, images that it holds, and nothing else. */
    public static String policy() {
        return "default-src 'none'; style-src '" + hash(SCREEN)
                + "'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    public String write(ExportedPostmortem postmortem) {
        Document document = document(postmortem, SCREEN, policy(), new Passages(markdown, postmortem, false));
        document.outputSettings().prettyPrint(false);
        return document.outerHtml();
    }

    /** The same for paper: images that cannot be printed are named. */
    Document forPaper(ExportedPostmortem postmortem) {
        return document(postmortem, PAPER, "", new Passages(markdown, postmortem, true));
    }

    /** The template escapes all that it is given; markup comes in afterwards, and only from {@link Passages}. */
    private Document document(ExportedPostmortem postmortem, String style, String policy, Passages passages) {
        Outline outline = Outlines.of(postmortem);
        Map<String, Object> model = Map.of("outline", outline, "link", postmortem.link(), "policy", policy);
        Document document = Jsoup.parse(templates.process("archive/export", new Context(Locale.ENGLISH, model)));
        document.head().appendElement("style").appendChild(new DataNode(style));
        Iterator<Passage> texts = outline.parts().stream()
                .flatMap(part -> part.passages().stream())
                .iterator();
        document.select("div.text").forEach(place -> place.html(passages.html(texts.next())));
        return document;
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ExportHtml.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
