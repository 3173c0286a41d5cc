package org.postmortemflow.archive.reader;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.timeline.TimelineKind;

/** The words and marks of the Markdown that we write ourselves, so that it is read back as it was meant. */
public final class OwnFormat {

    /** The first line; it does not show when the document is rendered. */
    public static final String MARK = "<!-- postmortem-flow export 1 -->";

    public static final String SEVERITY = "Severity";
    public static final String STARTED = "Incident started";
    public static final String DETECTED = "Incident detected";
    public static final String RESOLVED = "Incident resolved";
    public static final String TIMELINE = "Timeline";
    public static final String FOLLOW_UPS = "Follow-ups";
    public static final String TIME = "Time (UTC)";
    public static final String KIND = "Kind";
    public static final String EVENT = "Event";
    public static final String SOURCE = "Source";
    public static final String FOLLOW_UP = "Follow-up";
    public static final String TEAM = "Team";
    public static final String PRIORITY = "Priority";
    public static final String STATE = "State";

    private static final String NOTICED = "customers notice";
    private static final String NOT_NOTICED = "customers no longer notice";

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Pattern UTC = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d)(?: UTC\\b.*)?");

    private static final Pattern BREAK = Pattern.compile("(\\\\*+)(<br>|\\n)", Pattern.CASE_INSENSITIVE);

    private OwnFormat() {}

    /** Whether the state of a follow-up, which may be followed by its ticket and the meeting's word, says that it is done. */
    static boolean isDone(String state) {
        return state.matches("(?s)" + FollowUp.State.DONE.label() + "(?:[,\\n].*)?");
    }

    /** A cell of a table: bars do not part it, and it stays on one line. */
    public static String cell(String text) {
        return oneLine(text).replace("|", "\\|");
    }

    /** Text on one line; {@link #lines} brings its lines back. Backslashes before a break are doubled, a literal one has one more. */
    public static String oneLine(String text) {
        return BREAK.matcher(text.strip())
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1).repeat(2) + (match.group(2).equals("\n") ? "<br>" : "\\" + match.group(2))));
    }

    /** What {@link #oneLine} was given. */
    static String lines(String text) {
        return BREAK.matcher(text).replaceAll(match -> {
            int marks = match.group(1).length();
            return Matcher.quoteReplacement("\\".repeat(marks / 2) + (marks % 2 == 0 ? "\n" : match.group(2)));
        });
    }

    static boolean is(Lines lines) {
        return lines.texts().get(0).replace("\uFEFF", "").strip().equals(MARK);
    }

    /** {@code 2026-06-10 12:05:00}, or with UTC and more behind. */
    static Optional<Instant> instant(String text) {
        Matcher utc = UTC.matcher(text.strip());
        try {
            return utc.matches()
                    ? Optional.of(LocalDateTime.parse(utc.group(1), SECONDS).toInstant(ZoneOffset.UTC))
                    : Optional.empty();
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    /** What a row is and changes, in words: {@link #kind}, {@link #severity} and {@link #noticed} read it back. */
    public static String kind(TimelineKind kind, @Nullable Severity severity, @Nullable Boolean noticed) {
        return kind.label()
                + (severity == null ? "" : "; " + severity.label())
                + (noticed == null ? "" : "; " + (noticed ? NOTICED : NOT_NOTICED));
    }

    /** By its label; more may follow after a semicolon. */
    static Optional<TimelineKind> kind(String text) {
        String label = said(text).findFirst().orElse("");
        return Arrays.stream(TimelineKind.values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }

    /** The severity from then on; null when it is not told. */
    static @Nullable Severity severity(String text) {
        return said(text)
                .skip(1)
                .flatMap(word -> Arrays.stream(Severity.values())
                        .filter(one -> one.label().equals(word)))
                .findFirst()
                .orElse(null);
    }

    /** Whether customers notice from then on; null when it is not told. */
    static @Nullable Boolean noticed(String text) {
        List<String> words = said(text).skip(1).toList();
        return words.contains(NOTICED) ? Boolean.TRUE : words.contains(NOT_NOTICED) ? Boolean.FALSE : null;
    }

    private static Stream<String> said(String text) {
        return Arrays.stream(text.split(";", -1)).map(String::strip);
    }
}
