package org.postmortemflow.archive.export;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** Prints the HTML to PDF with fonts that hold Latin, Greek and Cyrillic, tagged for screen readers. Nothing is fetched from anywhere. */
@Component
public class ExportPdf {

    private static final int NORMAL = 400;
    private static final int BOLD = 700;
    private static final String REPLACEMENT = "#";

    private final ExportHtml html;
    private final PaperFonts fonts;

    ExportPdf(ExportHtml html, PaperFonts fonts) {
        this.html = html;
        this.fonts = fonts;
    }

    public void write(ExportedPostmortem postmortem, OutputStream to) throws IOException {
        Document document = html.forPaper(postmortem);
        tellMissing(document);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((address, type) -> address.startsWith("data:"), when);
        }
        builder.useFont(font("DejaVuSans.ttf"), "DejaVu Sans", NORMAL, FontStyle.NORMAL, true);
        builder.useFont(font("DejaVuSans-Bold.ttf"), "DejaVu Sans", BOLD, FontStyle.NORMAL, true);
        builder.useFont(font("DejaVuSans-Oblique.ttf"), "DejaVu Sans", NORMAL, FontStyle.ITALIC, true);
        builder.useFont(font("DejaVuSansMono.ttf"), "DejaVu Sans Mono", NORMAL, FontStyle.NORMAL, true);
        fonts.added()
                .forEach((name, file) -> builder.useFont(
                        file.toFile(), name, NORMAL, FontStyle.NORMAL, true, Set.of(FSFontUseCase.FALLBACK_FINAL)));
        builder.useReplacementText(REPLACEMENT);
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Postmortem Flow");
        builder.withW3cDocument(new W3CDom().fromJsoup(document), null);
        builder.toStream(to);
        builder.run();
    }

    /** No reader shall wonder what stood there. */
    private void tellMissing(Document document) {
        List<Integer> missing = fonts.missing(document.text());
        if (!missing.isEmpty()) {
            Element facts = Objects.requireNonNull(document.selectFirst("main > dl"));
            Element note = new Element("p").addClass("note");
            facts.after(note);
            note.text(("The fonts of this file lack %d of its letters (%s): a %s stands in their place."
                            + " The web page and the Markdown have them.")
                    .formatted(missing.size(), PaperFonts.words(missing), REPLACEMENT));
        }
    }

    private static FSSupplier<InputStream> font(String name) {
        return () -> PaperFonts.shipped(name);
    }
}
