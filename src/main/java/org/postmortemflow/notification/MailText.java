package org.postmortemflow.notification;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
 * Writes a mail's subject, preheader, text and HTML from one Markdown source in {@code templates/mail}. Values are hostile: controls are
 * dropped and Markdown in them is escaped, so that a title can neither add a header nor draw a button.
 */
@Component
public class MailText {

    private static final int LONGEST_SUBJECT = 200;

    /** Values that are our own addresses and stay as they are. */
    private static final Set<String> OUR_LINKS = Set.of("link", "unsubscribeLink");

    /** Values that keep their line breaks. */
    private static final Set<String> LONG_TEXTS = Set.of("agenda", "summary", "message");

    /** Controls, and what ends lines or turns the direction of text unseen; line feeds stay. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069&&[^\n]]");

    private static final String PREHEADER = "Preheader:";
    private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern SLOT = Pattern.compile("\\{\\{(subject|preheader|body)}}");

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

    /** Renders one mail; values may be lists and maps of more values. */
    public Rendered render(String template, Map<String, ?> model) {
        Map<String, @Nullable Object> safe = new HashMap<>();
        model.forEach((name, value) -> safe.put(name, escaped(name, value)));
        String source = engine.process(template, new Context(java.util.Locale.ENGLISH, safe));
        String[] parts = source.split("\n", 2);
        String[] rest = parts[1].startsWith(PREHEADER) ? parts[1].split("\n", 2) : new String[] {PREHEADER, parts[1]};
        String subject = shortened(line(parts[0], "Subject:"));
        String preheader = line(rest[0], PREHEADER);
        Node body = parser.parse(rest[1]);
        Map<String, String> slots =
                Map.of("subject", htmlEscape(subject), "preheader", htmlEscape(preheader), "body", html.render(body));
        // in one go, so that a value that looks like a slot stays what it is
        String page = SLOT.matcher(frame).replaceAll(slot -> Matcher.quoteReplacement(slots.get(slot.group(1))));
        return new Rendered(subject, text.render(body), page);
    }

    /** A source begins with lines that have a name: first the subject, then what mailboxes show beside it. */
    private static String line(String line, String name) {
        return CONTROL.matcher(ESCAPE.matcher(line.substring(name.length())).replaceAll("$1"))
                .replaceAll(" ")
                .strip();
    }

    private static @Nullable Object escaped(String name, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(one -> escaped(name, one)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> safe = new HashMap<>();
            map.forEach((key, one) -> safe.put(String.valueOf(key), escaped(String.valueOf(key), one)));
            return safe;
        }
        if (!(value instanceof String words) || OUR_LINKS.contains(name)) {
            return value;
        }
        String plain = UNSEEN.matcher(words.replace("\r\n", "\n")).replaceAll(" ");
        String escaped = PUNCTUATION.matcher(plain).replaceAll("\\\\$0");
        return LONG_TEXTS.contains(name) ? escaped.replaceAll(" *\n *", "  \n").strip() : escaped.replace("\n", " ");
    }

    /** Never leaves half a character behind. */
    private static String shortened(String subject) {
        if (subject.length() <= LONGEST_SUBJECT) {
            return subject;
        }
        int end = LONGEST_SUBJECT - 1;
        return subject.substring(0, Character.isHighSurrogate(subject.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** A mail ready to be frozen. */
    public record Rendered(String subject, String text, String html) {}
}
