package org.postmortemflow.attachment.domain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be attached. Images and PDF are known by their first bytes, whatever they are called; text is known by having no
 * bytes that text has not, and its kind by its name. Everything else is refused, SVG and HTML among it: both run scripts.
 */
public enum FileType {
    PNG("image/png", true, "png"),
    JPEG("image/jpeg", true, "jpg", "jpeg"),
    GIF("image/gif", true, "gif"),
    WEBP("image/webp", true, "webp"),
    PDF("application/pdf", false, "pdf"),
    JSON("application/json", false, "json"),
    CSV("text/csv", false, "csv"),
    TEXT("text/plain", false, "txt", "log", "md");

    private static final int HEAD = 12;

    private final String mediaType;
    private final boolean image;
    private final List<String> extensions;

    FileType(String mediaType, boolean image, String... extensions) {
        this.mediaType = mediaType;
        this.image = image;
        this.extensions = List.of(extensions);
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether it is shown within a page; all else is only downloaded. */
    public boolean isImage() {
        return image;
    }

    /** Lower case, the usual one first. */
    public List<String> extensions() {
        return extensions;
    }

    /** Reads the content to its end only when it may be text. Empty for what cannot be attached. */
    public static Optional<FileType> of(InputStream content, String name) throws IOException {
        byte[] head = content.readNBytes(HEAD);
        Optional<FileType> byContent = ofHead(head);
        return byContent.isPresent() || !isText(head, content) ? byContent : ofTextualName(name);
    }

    private static Optional<FileType> ofHead(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        FileType type = null;
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            type = PNG;
        } else if (start.startsWith("\u00ff\u00d8\u00ff")) {
            type = JPEG;
        } else if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            type = GIF;
        } else if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            type = WEBP;
        } else if (start.startsWith("%PDF-")) {
            type = PDF;
        }
        return Optional.ofNullable(type);
    }

    private static Optional<FileType> ofTextualName(String name) {
        return Arrays.stream(values())
                .filter(type -> type == JSON || type == CSV || type == TEXT)
                .filter(type -> type.fits(name))
                .findFirst();
    }

    /** Whether the name ends as files of this type do. */
    boolean fits(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return extensions.stream().anyMatch(extension -> lower.endsWith("." + extension));
    }

    /** Leaves the stream open: whoever opened it reads on. */
    private static boolean isText(byte[] head, InputStream rest) throws IOException {
        byte[] buffer = Arrays.copyOf(head, 8192);
        for (int read = head.length; read > 0; read = rest.read(buffer)) {
            for (int i = 0; i < read; i++) {
                if (isForeignToText(buffer[i])) {
                    return false;
                }
            }
        }
        return head.length > 0;
    }

    /** Control characters except tab, line and page ends, and the escape that colours logs; any byte above 127 may be text. */
    private static boolean isForeignToText(byte one) {
        boolean allowed = one == '\t' || one == '\n' || one == '\r' || one == '\f' || one == 0x1b;
        return one >= 0 && one < 0x20 && !allowed || one == 0x7f;
    }
}
