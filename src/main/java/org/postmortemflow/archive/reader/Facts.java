package org.postmortemflow.archive.reader;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.Severity;

/** Single values that a document tells as "Name: value". They are read here, and stay as text where they stand. */
final class Facts {

    private static final Pattern PAIR = Pattern.compile(
            "\\s{0,9}(?:[-+*]\\s+|>\\s*)?(?<open>\\*\\*|__|`)?(?<name>[\\p{L}][^:*_`|\\n]{0,60}?)(?:\\*\\*|__|`)?\\s*:\\s*(?:\\*\\*|__|`)?(?:\\s|$)\\s*(?<value>.*)");
    private static final Pattern LENGTH = Pattern.compile(
            "(\\d{1,6}(?:[.,]\\d{1,2})?)\\s*-?(d(?:ays?)?|h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SEVERITY =
            Pattern.compile("(?i)\\b(?:sev(?:erity)?[\\s:_-]{0,3}|[ps])([0-5])\\b|^\\s*([0-5])\\b");
    private static final Pattern COUNT = Pattern.compile(
            "\\s*(?:approx\\.?|about|around|~|c\\.)?\\s*(\\d{1,3}(?:[,.' ]\\d{3})+|\\d{1,12})(?![\\d.,]*\\d)\\s*(?:%|percent|[kKmMbB]\\b)?.*",
            Pattern.DOTALL);

    /** A value and its line. */
    record Told(String value, int line) {}

    /** A name and a value; {@code marked} when the name is set off by emphasis. */
    record Pair(String name, String value, boolean marked) {}

    private final HeadingMap names;
    private final Map<Fact, Told> told = new EnumMap<>(Fact.class);
    private final List<ReadPostmortem.Understood> read = new ArrayList<>();

    Facts(HeadingMap names) {
        this.names = names;
    }

    static Optional<Pair> pair(String line) {
        Matcher pair = PAIR.matcher(Plain.cut(line, 4000));
        if (!pair.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Pair(
                pair.group("name").strip(), line.substring(pair.start("value")).strip(), pair.group("open") != null));
    }

    /** Reads the line when it is a pair with a known name; the first value told under a name stays. */
    void read(String line, int number) {
        pair(line).ifPresent(pair -> put(pair.name(), pair.value(), number));
    }

    /** Reads a list of pairs, or a table of two columns. */
    void read(Block block) {
        if (block.kind() == Block.Kind.TABLE) {
            Tables table = Tables.of(block);
            if (table.header().size() == 2) {
                put(table.header().get(0), table.header().get(1), block.firstLine());
                table.rows().forEach(row -> put(row.cell(0), row.cell(1), row.line()));
            }
        } else if (block.kind() == Block.Kind.LIST) {
            for (int i = 0; i < block.lines().texts().size(); i++) {
                read(block.lines().texts().get(i), block.firstLine() + i);
            }
        }
    }

    void put(String name, String value, int number) {
        names.fact(name).filter(fact -> fact != Fact.TEXT && isTold(value)).ifPresent(fact -> {
            if (told.putIfAbsent(fact, new Told(value, number)) == null) {
                read.add(new ReadPostmortem.Understood(
                        number, number, Plain.cut(name + ": " + value, 300), fact.name()));
            }
        });
    }

    private static boolean isTold(String value) {
        return !value.isBlank() && !value.strip().matches("(?i)[?.–—-]+|n/?a\\.?|unknown|tbd|tba|none|not known");
    }

    Optional<Told> of(Fact fact) {
        return Optional.ofNullable(told.get(fact));
    }

    String text(Fact fact) {
        return of(fact).map(Told::value).map(Plain::inline).orElse("");
    }

    /** Whole minutes; null when none are told: {@code ?}, {@code N/A}. */
    @Nullable
    Integer minutes(Fact fact) {
        return minutes(text(fact));
    }

    static @Nullable Integer minutes(String text) {
        Matcher length = LENGTH.matcher(text);
        double minutes = 0;
        boolean any = false;
        int last = 0;
        while (length.find() && (!any || length.start() - last <= 6)) {
            double number = Double.parseDouble(length.group(1).replace(',', '.'));
            minutes += switch (Character.toLowerCase(length.group(2).charAt(0))) {
                case 'd' -> number * 1440;
                case 'h' -> number * 60;
                case 'm' -> number;
                default -> number / 60;
            };
            any = true;
            last = length.end();
        }
        if (!any && text.strip().matches("\\d{1,7}")) {
            return Integer.valueOf(text.strip());
        }
        return any && minutes < 10_000_000 ? Integer.valueOf((int) Math.round(minutes)) : null;
    }

    /** A plain number of things; null for shares, and for none. */
    @Nullable
    Long count(Fact fact) {
        String text = text(fact);
        Matcher count = COUNT.matcher(text);
        return count.matches() && !text.substring(count.end(1)).matches("(?s)\\s*(?:%|percent|[kKmMbB]\\b).*")
                ? Long.valueOf(count.group(1).replaceAll("\\D", ""))
                : null;
    }

    /** Told as a value or in the title; Sev-0 counts as Sev-1. */
    @Nullable
    Severity severity(String title) {
        Matcher in = SEVERITY.matcher(text(Fact.SEVERITY));
        if (in.find()) {
            return ofDigit(in.group(1) != null ? in.group(1) : in.group(2));
        }
        Matcher inTitle = Pattern.compile("(?i)\\bsev[\\s-]?([0-5])\\b").matcher(title);
        return inTitle.find() ? ofDigit(inTitle.group(1)) : null;
    }

    private static @Nullable Severity ofDigit(String digit) {
        return Severity.parse("sev-" + (digit.equals("0") ? "1" : digit)).orElse(null);
    }

    List<ReadPostmortem.Understood> readValues() {
        return read;
    }
}
