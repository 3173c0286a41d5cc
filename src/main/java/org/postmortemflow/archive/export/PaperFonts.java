package org.postmortemflow.archive.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The fonts of printed files: those shipped, which have Latin, Greek and Cyrillic, and those that the operator adds. */
@Component
class PaperFonts {

    private static final Logger LOG = LoggerFactory.getLogger(PaperFonts.class);

    private final Map<String, Path> added = new LinkedHashMap<>();
    private final BitSet letters = new BitSet();

    PaperFonts(ExportSettings settings) {
        try (InputStream shipped = shipped("DejaVuSans.ttf")) {
            know(shipped.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (settings.fonts() != null) {
            add(settings.fonts());
        }
    }

    static InputStream shipped(String name) {
        return Objects.requireNonNull(PaperFonts.class.getResourceAsStream("fonts/" + name), name);
    }

    /** The fonts added by the operator, by a name of their own. */
    Map<String, Path> added() {
        return added;
    }

    /** The letters of a text that no font has; marks that only shape other letters are none. */
    List<Integer> missing(String text) {
        return text.codePoints()
                .filter(letter -> !letters.get(letter) && isSeen(letter))
                .distinct()
                .boxed()
                .toList();
    }

    /** What letters belong to, in words: {@code Han, Hiragana, symbols}. */
    static String words(List<Integer> letters) {
        SortedSet<String> scripts = new TreeSet<>();
        for (int letter : letters) {
            Character.UnicodeScript script = Character.UnicodeScript.of(letter);
            boolean symbol = script == Character.UnicodeScript.COMMON || script == Character.UnicodeScript.INHERITED;
            String name = script.name().replace('_', ' ');
            scripts.add(symbol ? "symbols" : name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return String.join(", ", scripts);
    }

    private static boolean isSeen(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }

    private void add(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{ttf,TTF}")) {
            List<Path> sorted = new ArrayList<>();
            files.forEach(sorted::add);
            sorted.sort(null);
            for (Path file : sorted) {
                try {
                    know(Files.readAllBytes(file));
                    added.put("Added " + (added.size() + 1), file);
                } catch (IOException unreadable) {
                    LOG.warn("{} is no TrueType font: it is not used in exports", file, unreadable);
                }
            }
        } catch (IOException e) {
            LOG.error("The folder of fonts {} (postmortem.export.fonts) cannot be read", folder, e);
        }
    }

    private void know(byte[] content) throws IOException {
        try (ByteArrayInputStream in = new ByteArrayInputStream(content);
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            CmapLookup lookup = font.getUnicodeCmapLookup();
            for (int letter = 0; letter <= Character.MAX_CODE_POINT; letter++) {
                if (lookup.getGlyphId(letter) != 0) {
                    letters.set(letter);
                }
            }
        }
    }
}
