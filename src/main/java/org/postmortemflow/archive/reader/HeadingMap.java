package org.postmortemflow.archive.reader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.document.SectionName;

/** What teams call the parts of a postmortem; read from {@code headings.txt}, which explains itself. */
final class HeadingMap {

    /** Where text under a heading belongs. */
    enum Kind {
        SECTION,
        TIMELINE,
        FOLLOW_UPS
    }

    /**
     * @param section for text of its own; of the timeline and the follow-ups: for text between them
     * @param keepsHeading whether the heading says more than the section's name does
     */
    record Place(Kind kind, SectionName section, boolean keepsHeading) {

        /** For what nothing is known of. */
        static final Place OTHER = new Place(Kind.SECTION, SectionName.OTHER, true);

        Place withHeading() {
            return new Place(kind, section, true);
        }
    }

    private static final HeadingMap SHIPPED = new HeadingMap();

    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Fact> facts = new HashMap<>();

    private HeadingMap() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(HeadingMap.class.getResourceAsStream("headings.txt")),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HeadingMap shipped() {
        return SHIPPED;
    }

    /** Where text under this heading belongs; empty when the heading is none of those known. */
    Optional<Place> place(String heading) {
        String plain = Plain.heading(heading);
        Place exact = places.get(plain);
        if (exact != null) {
            return Optional.of(exact);
        }
        String shorter = shorter(heading);
        return Optional.ofNullable(places.get(shorter))
                .map(Place::withHeading)
                .or(() -> shorter.matches("(?:full |detailed |incident |event )?time ?line\\b.*")
                        ? Optional.ofNullable(places.get("timeline")).map(Place::withHeading)
                        : Optional.empty());
    }

    /** What is told under this name; empty when the name is none of those known. */
    Optional<Fact> fact(String name) {
        return Optional.ofNullable(facts.get(Plain.heading(name)));
    }

    private static String shorter(String heading) {
        String bare = heading.replaceAll("\\[([^\\]]{0,200})]\\([^)]{0,500}\\)", "$1")
                .replaceAll("[(\\[][^()\\[\\]]{0,300}[)\\]]", " ")
                .replaceFirst("\\s[-–—|:].{0,300}$", "");
        return Plain.heading(bare).replaceFirst("^(?:the|our|incident|outage|postmortem|post-mortem) ", "");
    }

    private void add(String line) {
        int colon = line.indexOf(':');
        String name = line.substring(0, colon).strip();
        String[] words = line.substring(colon + 1).split(",");
        Arrays.stream(words).map(Plain::heading).filter(word -> !word.isEmpty()).forEach(word -> {
            if (name.startsWith("=")) {
                facts.put(word, Fact.valueOf(constant(name.substring(1))));
            } else {
                places.put(word, place(name, word));
            }
        });
    }

    private static Place place(String name, @Nullable String word) {
        boolean keeps = name.startsWith("+");
        String part = keeps ? name.substring(1) : name;
        return switch (part) {
            case "timeline" -> new Place(Kind.TIMELINE, SectionName.OTHER, keeps);
            case "followUps" -> new Place(Kind.FOLLOW_UPS, SectionName.OTHER, keeps);
            default -> new Place(Kind.SECTION, SectionName.valueOf(constant(part)), keeps);
        };
    }

    /** {@code wentWell} is {@code WENT_WELL}. */
    private static String constant(String name) {
        return name.replaceAll("([a-z])([A-Z0-9])", "$1_$2").toUpperCase(Locale.ROOT);
    }
}
