package org.postmortemflow.attachment.domain;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Makes a hostile file name harmless: shown to people and offered for saving, it names a file here and nowhere else. */
public final class FileName {

    /** The longest name, in characters. */
    public static final int LONGEST = 120;

    /** Controls, what turns the direction of text or cannot be seen, and what a shell or a file system reads otherwise. */
    private static final Pattern HARMFUL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\u2028\\u2029\"*:<>?|%;`$&]");

    /** Names of devices, with any ending, on one system that people save files on. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    private FileName() {}

    /** Without folders, on one line, ending as its type does: {@code ../../report.exe} with a picture in it is {@code report.exe.png}. */
    public static String of(String typed, FileType type) {
        String base = typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
        String plain = HARMFUL.matcher(Normalizer.normalize(base, Normalizer.Form.NFC))
                .replaceAll("_")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceFirst("^[. ]+", "")
                .replaceFirst("[. ]+$", "");
        String extension = type.fits(plain)
                ? plain.substring(plain.lastIndexOf('.'))
                : "." + type.extensions().get(0);
        String stem = type.fits(plain) ? plain.substring(0, plain.lastIndexOf('.')) : plain;
        String named = stem.isBlank() || DEVICE.matcher(stem).matches() ? "file" + stem.strip() : stem;
        return cut(named, LONGEST - extension.length()) + extension;
    }

    /** Never leaves half a character behind. */
    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
