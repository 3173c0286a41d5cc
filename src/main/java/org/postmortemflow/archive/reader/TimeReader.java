package org.postmortemflow.archive.reader;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the time with which a text begins, however it is set off from the rest. */
final class TimeReader {

    private static final Pattern BEFORE = Pattern.compile(
            "(?:\\s|\\*{1,3}|_{1,3}|`|~{1,2}|\\[|\\(|≈|@|:clock\\d{0,4}:|[🕐-🕧⏰⏱]|(?:at|on|around|about|approx(?:\\.|imately)?|ca\\.?|circa|by|from|between)\\s)*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VAGUELY =
            Pattern.compile("(?:around|about|approx|ca\\.?\\s|circa|by|from|between|~|≈)", Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN =
            Pattern.compile("\\s*(?:T(?=\\d)|[,;@|]|at\\s|-|–|—|/|\\()?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACES = Pattern.compile("\\s*");
    private static final Pattern TO =
            Pattern.compile("\\s*(?:[-–—→]|->|to\\s|until\\s|till\\s|and\\s)\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE_ZONE =
            Pattern.compile("[*_`]{0,3}\\s?(?:h(?:rs?|ours)?\\b|Uhr\\b)?\\.?\\s?[(\\[]?");
    private static final Pattern BEFORE_DATE = Pattern.compile("\\s*(?:,|on\\s|\\(|@)?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOSERS = Pattern.compile("(?:[*_`\\])]|~~|[:,;](?=[*_`\\])\\s]|$))*+");
    private static final Pattern RULE = Pattern.compile("\\s*(?:-{1,3}>?|–|—|:|\\||→|=>|»|•|\\.(?=\\s)|,)?\\s*");

    private final DateReader dates;
    private final ZoneNames zones;

    TimeReader(DateReader dates, ZoneNames zones) {
        this.dates = dates;
        this.zones = zones;
    }

    /** A time and the text after it, whose marks still stand in pairs. */
    record Prefix(TimeReading time, String rest) {}

    /** The time with which the text begins; empty when it begins with none. */
    Optional<Prefix> prefix(String text, boolean loose) {
        String head = Plain.cut(text, 300);
        Matcher before = BEFORE.matcher(head);
        int start = before.lookingAt() ? before.end() : 0;
        Scan scan = new Scan(head, loose);
        if (!scan.read(start)) {
            return Optional.empty();
        }
        String opened = head.substring(0, start);
        Matcher closers = CLOSERS.matcher(head).region(scan.end, head.length());
        int end = closers.lookingAt() ? closers.end() : scan.end;
        String closed = head.substring(scan.end, end);
        if (opened.contains("[") && !closed.contains("]") || head.startsWith("(", end) && closed.contains("]")) {
            return Optional.of(new Prefix(scan.reading(head.substring(start, scan.end), opened), text.strip()));
        }
        boolean free =
                end == text.length() || !Character.isLetterOrDigit(head.charAt(Math.min(end, head.length() - 1)));
        if (!free) {
            return Optional.empty();
        }
        Matcher rule = RULE.matcher(text).region(end, text.length());
        String rest = text.substring(rule.lookingAt() ? rule.end() : end);
        String marks = marks(opened);
        boolean reopen = !marks.isEmpty() && !head.substring(start, end).contains(marks.substring(0, 1));
        String all = reopen ? marks + rest : rest;
        return Optional.of(
                new Prefix(scan.reading(head.substring(start, scan.end).strip(), opened), all.strip()));
    }

    private static String marks(String opened) {
        Matcher marks = Pattern.compile("(\\*{1,3}|_{1,3}|`|~~)\\s*$").matcher(opened);
        return marks.find() ? marks.group(1) : "";
    }

    /** One attempt to read a time. */
    private final class Scan {
        private final String text;
        private final boolean loose;
        private int end;
        private @Nullable ToldDate date;
        private @Nullable LocalTime time;
        private boolean vague;
        private @Nullable ToldZone zone;
        private @Nullable Instant instant;
        private @Nullable Duration since;
        private boolean until;
        private boolean exact;

        Scan(String text, boolean loose) {
            this.text = text;
            this.loose = loose;
        }

        boolean read(int from) {
            int[] after = {from};
            Optional<Instant> unix = ClockReader.unix(text, from, after);
            if (unix.isPresent()) {
                instant = unix.get();
                end = after[0];
                return true;
            }
            Optional<DateReader.Found> day = dates.at(text, from);
            if (day.isPresent()) {
                date = day.get().date();
                end = day.get().end();
                int dayEnd = end;
                exact = text.startsWith("T", dayEnd);
                if (!clock(skip(SPACES, dayEnd), true) && !clock(skip(BETWEEN, dayEnd), true)) {
                    zone(end);
                }
                range();
                return true;
            }
            Matcher unknownDay = Pattern.compile("(?:\\d{4}|\\?{4})(?:/\\d{2})?[-/]\\?\\?[-/]\\?\\?")
                    .matcher(text)
                    .region(from, text.length());
            if (unknownDay.lookingAt()) {
                vague = true;
                end = unknownDay.end();
                clock(skip(BETWEEN, end), true);
                time = null;
                return true;
            }
            Optional<Duration> elapsed = ClockReader.since(text, from, after);
            if (elapsed.isPresent()) {
                since = elapsed.get();
                end = after[0];
                return true;
            }
            if (clock(from, loose)) {
                int next = skip(BEFORE_DATE, end);
                dates.at(text, next)
                        .filter(found -> time != null && !text.startsWith(":", found.end()))
                        .ifPresent(found -> {
                            date = date == null ? found.date() : date;
                            end = found.end();
                        });
                range();
                return true;
            }
            return false;
        }

        private boolean clock(int from, boolean anyForm) {
            Optional<ClockReader.Found> clock = ClockReader.at(text, from, anyForm);
            if (clock.isEmpty()) {
                return false;
            }
            end = clock.get().end();
            time = clock.get().time();
            vague = clock.get().vague();
            if (clock.get().nextDay() && date != null) {
                date = date.whole()
                        .map(day -> day.plusDays(1))
                        .map(day -> new ToldDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), false))
                        .orElse(date);
            }
            zone(end);
            return true;
        }

        private void zone(int from) {
            int at = skip(BEFORE_ZONE, from);
            Optional<ZoneNames.Found> found = zones.at(text, at);
            if (found.isEmpty() || isNoOffset(found.get(), from)) {
                Matcher hours = BEFORE_ZONE.matcher(text).region(from, text.length());
                String unit = hours.lookingAt() ? hours.group().strip() : "";
                end = unit.matches("(?:h|hrs?|hours|Uhr)\\.?") ? hours.end() : end;
                return;
            }
            zone = found.get().zone();
            end = found.get().end();
            if (at > from
                    && "([".indexOf(text.charAt(at - 1)) >= 0
                    && end < text.length()
                    && ")]".indexOf(text.charAt(end)) >= 0) {
                end++;
            }
        }

        /** {@code 10:00-11:00} is no time at UTC-11; {@code 10:00 -1100} and {@code T10:00-11:00} are. */
        private boolean isNoOffset(ZoneNames.Found found, int from) {
            String name = found.zone().name();
            boolean bare = !name.isEmpty() && "+-−".indexOf(name.charAt(0)) >= 0;
            boolean fourDigits = name.length() == 5 && !name.contains(":");
            return bare
                    && !exact
                    && !fourDigits
                    && !(name.startsWith("+") && (name.length() == 6 || date != null && text.charAt(from) == '+'));
        }

        private void range() {
            int to = skip(TO, end);
            if (to == end || vague) {
                return;
            }
            Optional<DateReader.Found> day = dates.at(text, to);
            int clockAt = day.map(found -> skip(BETWEEN, found.end())).orElse(to);
            Optional<ClockReader.Found> clock = ClockReader.at(text, clockAt, loose);
            if (clock.isPresent() && clock.get().time() != null) {
                until = true;
                end = clock.get().end();
                ToldZone first = zone;
                zone(end);
                zone = first == null ? zone : first;
            }
        }

        private int skip(Pattern pattern, int from) {
            Matcher match = pattern.matcher(text).region(from, text.length());
            return match.lookingAt() ? match.end() : from;
        }

        TimeReading reading(String written, String opened) {
            boolean about = VAGUELY.matcher(opened).find();
            boolean words = opened.codePoints().anyMatch(Character::isLetter);
            return new TimeReading(
                    about || words ? (opened.strip() + " " + written).strip() : written,
                    date,
                    time,
                    vague || about && time == null,
                    zone,
                    instant,
                    since,
                    until || about);
        }
    }
}
