package org.postmortemflow.archive.reader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises time zones: abbreviations (read from {@code time-zones.txt}), offsets, and names such as Europe/Berlin. */
final class ZoneNames {

    private static final Pattern ZONE =
            Pattern.compile("(?<utc>UTC|GMT)\\s?(?<offset>[+\\-−±]\\d{1,2}(?::?\\d{2})?)(?![\\d:.%])"
                    + "|(?<bare>[+\\-−]\\d{2}(?::?\\d{2})?)(?![\\d:.%\\p{L}])"
                    + "|(?<iana>(?:Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc|US)/[A-Za-z_]{2,30}(?:/[A-Za-z_]{2,30})?)"
                    + "|(?<word>(?:Eastern|Central|Mountain|Pacific)(?=(?: Standard| Daylight)? Time\\b|\\b))(?: Standard| Daylight)?(?: [Tt]ime)?"
                    + "|(?<name>[A-Z]{1,4}T|[A-Z]{2,4}|Z|z|utc|gmt|Zulu)(?![\\p{L}\\p{N}_])");

    private static final Pattern STATED = Pattern.compile(
            "(?i)(?:\\btimes?\\b|\\btimestamps?\\b|\\btimezone\\b|\\btime zone\\b|\\btz\\b|\\bin\\b|\\(|\\[|^)");

    private final Map<String, ToldZone> names = new HashMap<>();
    private final ZoneId home;

    /** @param home the organisation's zone: it decides what an ambiguous abbreviation means when it uses it */
    ZoneNames(ZoneId home) {
        this.home = home;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ZoneNames.class.getResourceAsStream("time-zones.txt")),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A zone and where its name ends. */
    record Found(ToldZone zone, int end) {}

    /** The zone that is named exactly there; {@code Z} may stand beside digits, words stand alone. */
    Optional<Found> at(String text, int from) {
        Matcher zone = ZONE.matcher(text).region(from, text.length());
        zone.useTransparentBounds(true);
        return zone.lookingAt() ? read(zone).map(told -> new Found(told, zone.end())) : Optional.empty();
    }

    /** A zone that a heading, a caption or a column's name states, as in "All times in CET" or "Time (UTC+2)". */
    Optional<ToldZone> statedIn(String text) {
        String line = Plain.cut(text, 400);
        Matcher zone = ZONE.matcher(line);
        int from = 0;
        while (from < line.length() && zone.find(from)) {
            boolean wholeWord = zone.start() == 0
                    || !Character.isLetterOrDigit(line.charAt(zone.start() - 1))
                            && line.charAt(zone.start() - 1) != ':';
            boolean bare = zone.group("bare") != null;
            if (wholeWord
                    && !bare
                    && zone.group().length() > 1
                    && STATED.matcher(line.substring(0, zone.start())).find()) {
                Optional<ToldZone> told = read(zone);
                if (told.isPresent()) {
                    return told;
                }
            }
            from = Math.max(zone.start() + 1, zone.end());
        }
        return Optional.empty();
    }

    private Optional<ToldZone> read(Matcher zone) {
        try {
            String offset = zone.group("offset") != null ? zone.group("offset") : zone.group("bare");
            if (offset != null) {
                return Optional.of(new ToldZone(zone.group().strip(), offset(offset), null, null));
            }
            if (zone.group("iana") != null) {
                return Optional.of(ToldZone.of(ZoneId.of(zone.group("iana"))));
            }
            String name = zone.group("word") != null ? zone.group("word") : zone.group("name");
            return Optional.ofNullable(names.get(name.toUpperCase(Locale.ROOT)));
        } catch (DateTimeException noZone) {
            return Optional.empty();
        }
    }

    private static ZoneOffset offset(String text) {
        String plain = text.replaceAll("[\\s:]", "").replace('−', '-').replace('±', '+');
        String digits = plain.substring(1);
        int hours = Integer.parseInt(digits.length() <= 2 ? digits : digits.substring(0, digits.length() - 2));
        int minutes = digits.length() <= 2 ? 0 : Integer.parseInt(digits.substring(digits.length() - 2));
        int sign = plain.charAt(0) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }

    private void add(String line) {
        String[] halves = line.split("\\?", 2);
        String[] words = halves[0].strip().split("\\s+");
        ZoneId region = ZoneId.of(words[2]);
        ZoneId zone = words[1].equals("-") ? region : ZoneOffset.of(words[1]);
        String otherwise = halves.length > 1 ? halves[1].strip() : null;
        names.put(
                words[0],
                otherwise == null
                        ? new ToldZone(words[0], zone, region, null)
                        : guess(words[0], zone, region, otherwise));
    }

    private ToldZone guess(String name, ZoneId zone, ZoneId region, @Nullable String otherwise) {
        Instant winter = Instant.parse("2024-01-15T12:00:00Z");
        Instant summer = Instant.parse("2024-07-15T12:00:00Z");
        for (Instant day : new Instant[] {winter, summer}) {
            String here = home.getRules().isDaylightSavings(day)
                    ? java.util.TimeZone.getTimeZone(home)
                            .getDisplayName(true, java.util.TimeZone.SHORT, Locale.ENGLISH)
                    : java.util.TimeZone.getTimeZone(home)
                            .getDisplayName(false, java.util.TimeZone.SHORT, Locale.ENGLISH);
            if (here.equals(name)) {
                return new ToldZone(name, home.getRules().getOffset(day), home, otherwise);
            }
        }
        return new ToldZone(name, zone, region, otherwise);
    }

    /** How a zone is called in reports. */
    static String words(ZoneId zone) {
        return zone instanceof ZoneOffset offset
                ? offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId()
                : zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " (" + zone.getId() + ")";
    }
}
