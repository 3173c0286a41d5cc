package org.postmortemflow.document;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.autolink.AutolinkType;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.stereotype.Component;

/**
 * Turns what people write into HTML that is safe to show: CommonMark with tables, strikethrough and bare web addresses. The
 * text is hostile: HTML in it is shown as text, links lead to the web or to an e-mail address, and images are only our own
 * attachments, so that opening a postmortem calls nobody. An image from elsewhere becomes a link to it.
 */
@Component
public class Markdown {

    /** What a document written for people nests at most; deeper, and a page of brackets would exhaust the stack. */
    private static final int DEEPEST = 40;

    private static final Pattern OWN_IMAGE = Pattern.compile(
            "/postmortems/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/attachments(/(?!\\.)([\\w.~()-]|%(?!2[eEfF]|5[cC])[0-9a-fA-F]{2})+){1,2}");

    private static final List<Extension> EXTENSIONS = List.of(
            TablesExtension.create(),
            StrikethroughExtension.create(),
            AutolinkExtension.builder().linkTypes(AutolinkType.URL).build());

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .postProcessor(Markdown::linksForImagesFromElsewhere)
            .build();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();

    /** Headings go below those of the page: a section's own is the second. */
    private static final PolicyFactory SAFE = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li")
            .allowElements("table", "thead", "tbody", "tr", "th", "td", "a", "img")
            .allowElements((name, attributes) -> "h3", "h1")
            .allowElements((name, attributes) -> "h4", "h2")
            .allowElements((name, attributes) -> "h5", "h3")
            .allowElements((name, attributes) -> "h6", "h4", "h5", "h6")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .matching(Pattern.compile(".+"))
            .onElements("a")
            .allowAttributes("title")
            .onElements("a")
            .allowAttributes("src")
            .matching(OWN_IMAGE)
            .onElements("img")
            .allowAttributes("alt", "title")
            .onElements("img")
            .allowAttributes("start")
            .matching(Pattern.compile("\\d{1,9}"))
            .onElements("ol")
            .allowAttributes("align")
            .matching(true, "left", "center", "right")
            .onElements("th", "td")
            .requireRelsOnLinks("noopener")
            .toFactory();

    /** Safe HTML; empty for a blank text. */
    public String html(String markdown) {
        return markdown.isBlank() ? "" : SAFE.sanitize(RENDERER.render(PARSER.parse(markdown)));
    }

    private static Node linksForImagesFromElsewhere(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                visitChildren(image);
                if (!OWN_IMAGE.matcher(image.getDestination()).matches()) {
                    replace(image);
                }
            }
        });
        return document;
    }

    private static void replace(Image image) {
        Link link = new Link(image.getDestination(), image.getTitle());
        Node child = image.getFirstChild();
        if (child == null) {
            link.appendChild(new org.commonmark.node.Text(image.getDestination()));
        }
        while (child != null) {
            Node next = child.getNext();
            link.appendChild(child);
            child = next;
        }
        image.insertAfter(link);
        image.unlink();
    }
}
