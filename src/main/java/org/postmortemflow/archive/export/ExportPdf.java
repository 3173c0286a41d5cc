package org.postmortemflow.archive.export;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.jsoup.helper.W3CDom;
import org.springframework.stereotype.Component;

/** Prints the HTML to PDF with fonts that hold Latin, Greek and Cyrillic, tagged for screen readers. Nothing is fetched from anywhere. */
@Component
public class ExportPdf {

    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    private final ExportHtml html;

    ExportPdf(ExportHtml html) {
        this.html = html;
    }

    public void write(ExportedPostmortem postmortem, OutputStream to) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((address, type) -> address.startsWith("data:"), when);
        }
        builder.useFont(font("DejaVuSans.ttf"), "DejaVu Sans", NORMAL, FontStyle.NORMAL, true);
        builder.useFont(font("DejaVuSans-Bold.ttf"), "DejaVu Sans", BOLD, FontStyle.NORMAL, true);
        builder.useFont(font("DejaVuSans-Oblique.ttf"), "DejaVu Sans", NORMAL, FontStyle.ITALIC, true);
        builder.useFont(font("DejaVuSansMono.ttf"), "DejaVu Sans Mono", NORMAL, FontStyle.NORMAL, true);
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Postmortem Flow");
        builder.withW3cDocument(new W3CDom().fromJsoup(html.forPaper(postmortem)), null);
        builder.toStream(to);
        builder.run();
    }

    private static FSSupplier<InputStream> font(String name) {
        return () -> Objects.requireNonNull(ExportPdf.class.getResourceAsStream("fonts/" + name), name);
    }
}
