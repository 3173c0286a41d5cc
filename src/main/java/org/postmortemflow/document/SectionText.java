package org.postmortemflow.document;

import java.util.regex.Pattern;
import org.postmortemflow.document.compare.TextMerge;
import org.postmortemflow.shared.Problems;

/** What a section's text must keep to, however it comes. */
final class SectionText {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{0,12}");

    private SectionText() {}

    /** One kind of line ends, nothing blank around it, nothing that a database cannot keep. */
    static String tidy(String typed) {
        return typed.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "").strip();
    }

    /** Notes beside the section's field what cannot be taken. */
    static Problems check(SectionName section, String text, Problems problems) {
        return problems.when(
                        text.length() > Documents.MAX_TEXT,
                        section.key(),
                        "This has %,d characters; please use at most %,d, or put some of it into another section."
                                .formatted(text.length(), Documents.MAX_TEXT))
                .when(
                        TextMerge.isUnfinished(text),
                        section.key(),
                        "Two texts are still side by side: please keep what is right, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.")
                .when(
                        section.isNumber() && !WHOLE_NUMBER.matcher(text).matches(),
                        section.key(),
                        "Please give a whole number, 0 or more, without separators.");
    }
}
