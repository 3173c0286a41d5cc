package org.postmortemflow.wording.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.postmortemflow.wording.domain.Passage.Kind;
import org.postmortemflow.wording.domain.Vocabulary.Named;

/**
 * How often the rules of wording are right (R18 to R20, R23, R27), on labelled texts. Those called held-out were written before
 * the first rule and no rule was mended after a look at its result on them; the others were there while the rules were made. The second
 * set was written later, before its author had seen the rules' code: then 25 of 30 findings on it were right, and two were missing.
 * Since rules were mended after that look, it measures nothing any more that was not known; it keeps what was won.
 * One author wrote texts and rules, on one day: with what strangers write, expect less than is printed here.
 */
class MeasuredTest {

    private static final double ASKED_FOR = 0.9;

    private static final Pattern CELL = Pattern.compile("\"((?:[^\"]|\"\")*)\"(?:,|$)|([^,]*)(?:,|$)");

    static final Vocabulary DEMO = new Vocabulary(
            List.of(
                    new Named("ada", "Ada Okafor", "ada@demo.example"),
                    new Named("ben", "Ben Fischer", "ben@demo.example"),
                    new Named("chloe", "Chloé Martin", "chloe@demo.example"),
                    new Named("deniz", "Deniz Yılmaz", "deniz@demo.example"),
                    new Named("goran", "Goran Petrović", "goran@demo.example"),
                    new Named("hana", "Hana Sato", "hana@demo.example"),
                    new Named("ines", "Inês Costa", "ines@demo.example"),
                    new Named("jonas", "Jonas Weber", "jonas@demo.example"),
                    new Named("kavya", "Kavya Raman", "kavya@demo.example"),
                    new Named("liam", "Liam O'Connor", "liam@demo.example"),
                    new Named("mei", "Mei Chen", "mei@demo.example"),
                    new Named("admin", "Demo Administrator", "admin@demo.example")),
            Set.of("checkout-api", "payment-gateway", "kubernetes-platform", "customer-portal"),
            Set.of("corp.example"));

    private static final Checks CHECKS = new Checks(DEMO, false);

    /** Rights and wrongs of one rule. */
    private static final class Count {
        int right;
        int tooMuch;
        int missed;

        double precision() {
            return right + tooMuch == 0 ? 1 : right / (double) (right + tooMuch);
        }

        double recall() {
            return right + missed == 0 ? 1 : right / (double) (right + missed);
        }
    }

    private record Labelled(Passage passage, Set<Rule> rules) {}

    @Test
    void whatIsShownIsRightNineTimesOfTen() {
        List<Labelled> heldOut = new ArrayList<>(sentences("sentences-held-out.csv"));
        heldOut.addAll(followUps("follow-ups-held-out.csv"));
        List<Labelled> later = sentences("sentences-second.csv");
        List<Labelled> all = new ArrayList<>(sentences("sentences.csv"));
        all.addAll(followUps("follow-ups.csv"));
        all.addAll(heldOut);
        all.addAll(later);
        assertThat(all.stream().filter(one -> one.passage().kind() != Kind.FOLLOW_UP))
                .hasSizeGreaterThanOrEqualTo(150);
        assertThat(all.stream().filter(one -> one.passage().kind() == Kind.FOLLOW_UP))
                .hasSizeGreaterThanOrEqualTo(80);
        assertThat(heldOut.size() * 10).isGreaterThan(all.size() * 3);

        Map<Rule, Count> onAll = measured("all", all);
        Map<Rule, Count> onHeldOut = measured("held out", heldOut);
        Map<Rule, Count> onLater = measured("second set", later);

        assertThat(onAll)
                .allSatisfy((rule, count) -> assertThat(count.precision())
                        .as("precision of " + rule.key())
                        .isGreaterThanOrEqualTo(ASKED_FOR));
        assertThat(sum(onHeldOut).precision()).isGreaterThanOrEqualTo(ASKED_FOR);
        assertThat(sum(onLater).precision()).isGreaterThanOrEqualTo(ASKED_FOR);
    }

    private static Map<Rule, Count> measured(String name, List<Labelled> texts) {
        Map<Rule, Count> counts = new EnumMap<>(Rule.class);
        List<String> wrong = new ArrayList<>();
        for (Labelled text : texts) {
            Set<Rule> found = EnumSet.noneOf(Rule.class);
            CHECKS.of(text.passage()).forEach(finding -> found.add(finding.rule()));
            for (Rule rule : Rule.values()) {
                boolean expected = text.rules().contains(rule);
                if (!expected && !found.contains(rule)) {
                    continue;
                }
                Count count = counts.computeIfAbsent(rule, unknown -> new Count());
                if (expected && found.contains(rule)) {
                    count.right++;
                } else if (expected) {
                    count.missed++;
                    wrong.add("  missed %-17s %s"
                            .formatted(rule.key(), text.passage().text()));
                } else {
                    count.tooMuch++;
                    wrong.add("  wrong  %-17s %s"
                            .formatted(rule.key(), text.passage().text()));
                }
            }
        }
        print(name, texts.size(), counts, wrong);
        return counts;
    }

    private static void print(String name, int size, Map<Rule, Count> counts, List<String> wrong) {
        StringBuilder table = new StringBuilder("Wording rules, %s: %d texts%n".formatted(name, size));
        table.append(
                "  %-17s %5s %5s %6s  %9s %6s%n".formatted("rule", "right", "wrong", "missed", "precision", "recall"));
        counts.forEach((rule, count) -> line(table, rule.key(), count));
        line(table, "together", sum(counts));
        wrong.forEach(line -> table.append(line).append(System.lineSeparator()));
        System.out.print(table);
    }

    private static void line(StringBuilder table, String name, Count count) {
        table.append("  %-17s %5d %5d %6d  %9.2f %6.2f%n"
                .formatted(name, count.right, count.tooMuch, count.missed, count.precision(), count.recall()));
    }

    private static Count sum(Map<Rule, Count> counts) {
        Count sum = new Count();
        counts.values().forEach(count -> {
            sum.right += count.right;
            sum.tooMuch += count.tooMuch;
            sum.missed += count.missed;
        });
        return sum;
    }

    private static List<Labelled> sentences(String file) {
        return rows(file).stream()
                .map(cells -> new Labelled(
                        new Passage("test", "Test", kind(cells.get(0)), cells.get(2)), rules(cells.get(1))))
                .toList();
    }

    private static List<Labelled> followUps(String file) {
        return rows(file).stream()
                .map(cells ->
                        new Labelled(new Passage("test", "Test", Kind.FOLLOW_UP, cells.get(1)), rules(cells.get(0))))
                .toList();
    }

    private static Kind kind(String place) {
        return place.equals("whole") ? Kind.WHOLE_MESSAGE : Kind.valueOf(place.toUpperCase(java.util.Locale.ROOT));
    }

    private static Set<Rule> rules(String keys) {
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        for (String key : keys.isBlank() ? new String[0] : keys.split(" ")) {
            rules.add(Rule.ofKey(key).orElseThrow(() -> new AssertionError("No rule is called " + key)));
        }
        return rules;
    }

    private static List<List<String>> rows(String file) {
        try (InputStream csv = Objects.requireNonNull(MeasuredTest.class.getResourceAsStream("/wording/" + file))) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line ->
                            CELL.matcher(line).results().map(MeasuredTest::cell).toList())
                    .toList();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static String cell(MatchResult cell) {
        return cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\"");
    }
}
