package org.postmortemflow.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.postmortemflow.shared.Refused;

/**
 * A file as it was sent.
 *
 * @param name as the sender calls it; may be empty
 */
public record ImportFile(String name, byte[] content) {

    /** The largest file, in bytes. */
    public static final int LARGEST = 2 * 1024 * 1024;

    /** The most files at once. */
    public static final int MOST = 50;

    private static final int LONGEST_NAME = 300;

    /** The name without folders and control characters. */
    public String plainName() {
        String plain = name.replaceFirst("^.*[/\\\\]", "")
                .replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ")
                .strip();
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(0, LONGEST_NAME);
    }

    /**
     * Its text. UTF-8 as a rule; what is none is read as UTF-16 when it says so, else as Windows-1252.
     *
     * @throws Refused when it is too large, empty, or no text
     */
    String text() {
        if (content.length > LARGEST) {
            throw new Refused("file", "This is larger than 2 MB.");
        }
        String text = decoded();
        if (text.indexOf('\0') >= 0) {
            throw new Refused("file", "This is no text. Please give a Markdown file.");
        }
        if (text.isBlank()) {
            throw new Refused("file", "There is no text in it.");
        }
        return text;
    }

    private String decoded() {
        int first = content.length > 1 ? (content[0] & 0xff) << 8 | content[1] & 0xff : 0;
        if (first == 0xfeff || first == 0xfffe) {
            return new String(content, StandardCharsets.UTF_16);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(content, Charset.forName("windows-1252"));
        }
    }
}
