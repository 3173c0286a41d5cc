package org.postmortemflow.notification;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes a mail's subject, text and HTML from one Markdown source in {@code templates/mail}. Values are hostile: controls are
 * dropped and Markdown in them is escaped, so that a title can neither add a header nor draw a button.
 */
@Component
public class MailText {

    private static final int LONGEST_SUBJECT = 200;

    /** Values that keep their line breaks. */
    private static final Set<String> LONG_TEXTS = Set.of("agenda", "summary", "message");

    private final TemplateEngine engine = new SpringTemplateEngine();
    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer html =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private final TextContentRenderer text = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();
    private final String frame;

    MailText() throws java.io.IOException {
        ClassLoaderTemplateResolver sources = new ClassLoaderTemplateResolver();
        sources.setPrefix("templates/mail/");
        sources.setSuffix(".md");
        sources.setTemplateMode(TemplateMode.TEXT);
        sources.setCharacterEncoding("UTF-8");
        engine.setTemplateResolver(sources);
        frame = new org.springframework.core.io.ClassPathResource("templates/mail/frame.html")
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Renders one mail; the model's {@code link} is ours and stays as it is. */
    public Rendered render(String template, Map<String, ?> model) {
        Map<String, @Nullable Object> safe = new HashMap<>();
        model.forEach((name, value) -> safe.put(name, name.equals("link") ? value : escaped(name, value)));
        String source = engine.process(template, new Context(java.util.Locale.ENGLISH, safe));
        String[] parts = source.split("\n", 2);
        String subject = unescaped(parts[0].replaceFirst("^Subject: *", "")).strip();
        Node body = parser.parse(parts[1]);
        return new Rendered(
                subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT - 1) + "…" : subject,
                text.render(body),
                frame.replace("{{body}}", html.render(body)));
    }

    private static @Nullable Object escaped(String name, @Nullable Object value) {
        if (!(value instanceof String words)) {
            return value;
        }
        String plain = words.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
        String escaped = plain.replaceAll("([\\\\`*_{}\\[\\]<>()#+\\-.!|&~^])", "\\\\$1");
        return escaped.replace("\n", LONG_TEXTS.contains(name) ? "  \n" : " ");
    }

    private static String unescaped(String line) {
        return line.replaceAll("\\\\(.)", "$1").replaceAll("\\p{Cntrl}", " ");
    }

    /** A mail ready to be frozen. */
    public record Rendered(String subject, String text, String html) {}
}
