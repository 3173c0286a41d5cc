package org.postmortemflow.archive.reader;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postmortemflow.archive.reader.HeadingMap.Place;

/** A line that names a part of the document as a heading would: {@code **Summary**} or {@code **Impact:** all of Europe}. */
record Named(String name, String value, Place place) {

    private static final Pattern ALONE = Pattern.compile("\\s{0,3}(\\*\\*|__)([^*_\\n]{2,80})\\1\\s*:?\\s*");

    /** @param values whether text may follow the name in its line */
    static Optional<Named> of(String line, HeadingMap headings, boolean values) {
        Matcher alone = ALONE.matcher(Plain.cut(line, 200));
        if (line.length() < 200 && alone.matches()) {
            return headings.place(alone.group(2))
                    .map(place -> new Named(alone.group(2).strip(), "", place));
        }
        if (!values) {
            return Optional.empty();
        }
        return Facts.pair(line)
                .filter(pair ->
                        pair.marked() || !pair.value().isEmpty() || line.strip().endsWith(":"))
                .filter(pair -> pair.marked() || headings.fact(pair.name()).isEmpty())
                .flatMap(pair -> headings.place(pair.name()).map(place -> new Named(pair.name(), pair.value(), place)));
    }
}
