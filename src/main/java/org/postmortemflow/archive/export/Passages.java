package org.postmortemflow.archive.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.postmortemflow.archive.export.ExportedPostmortem.Image;
import org.postmortemflow.archive.export.Outline.Passage;
import org.postmortemflow.document.Markdown;

/** Turns passages into safe, well-formed markup that needs nothing from elsewhere. */
final class Passages {

    /** More points than this take too much memory on paper. */
    private static final long MOST_POINTS = 25_000_000;

    private final Markdown markdown;
    private final String house;
    private final Map<String, Image> images;
    private final boolean paper;

    Passages(Markdown markdown, ExportedPostmortem postmortem, boolean paper) {
        this.markdown = markdown;
        this.house = postmortem.link().replaceFirst("/postmortems/[^/]*$", "");
        this.images = postmortem.images();
        this.paper = paper;
    }

    /** Safe HTML. */
    String html(Passage passage) {
        Document document = Jsoup.parseBodyFragment(passage.markdown() ? markdown.html(passage.text()) : "");
        if (!passage.markdown()) {
            document.body().appendElement("p").addClass("plain").text(passage.text());
        }
        document.select("img").forEach(this::embed);
        document.select("a[href^=/]").forEach(link -> link.attr("href", house + link.attr("href")));
        document.outputSettings()
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml)
                .prettyPrint(false);
        return document.body().html();
    }

    private void embed(Element element) {
        String address = element.attr("src");
        String found = images.keySet().stream()
                .filter(known -> address.equals(known) || address.startsWith(known + "/"))
                .findFirst()
                .orElse("");
        Image image = images.get(found);
        if (image != null && (!paper || isPrintable(image))) {
            element.attr(
                    "src",
                    "data:" + image.mediaType() + ";base64,"
                            + Base64.getEncoder().encodeToString(image.content()));
        } else {
            String words = element.attr("alt").isBlank() ? "without a description" : element.attr("alt");
            Element link = new Element("a").attr("href", house + address).text("Image: " + words);
            element.replaceWith(link);
        }
    }

    private static boolean isPrintable(Image image) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(image.content()))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return false;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_POINTS;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }
}
