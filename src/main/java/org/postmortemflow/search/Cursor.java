package org.postmortemflow.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.postmortemflow.shared.Refused;

/**
 * Where a program reads on. It carries how much each word counted at the beginning, so that nothing is given twice or left out
 * while postmortems are written.
 */
record Cursor(boolean all, List<Counted> words, Window.After after) {

    private static final int PARTS = 4;

    /** A word and how much it counted. */
    record Counted(String word, int rarity) {}

    static Cursor after(Match last, List<Term> terms, boolean all) {
        return new Cursor(
                all,
                terms.stream()
                        .map(term -> new Counted(term.word(), term.rarity()))
                        .toList(),
                new Window.After(last.score(), last.number()));
    }

    String text() {
        String counted =
                words.stream().map(one -> one.word() + "=" + one.rarity()).collect(Collectors.joining(","));
        String plain = String.join(
                ";", all ? "all" : "some", counted, String.valueOf(after.score()), String.valueOf(after.number()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }

    /** @throws Refused when it is none of ours, or of a search for other words */
    static Cursor read(String text, Set<String> asked) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(";", -1);
            List<Counted> words = parts[1].isEmpty()
                    ? List.of()
                    : Arrays.stream(parts[1].split(",")).map(Cursor::counted).toList();
            Set<String> carried = words.stream().map(Counted::word).collect(Collectors.toSet());
            boolean all = parts[0].equals("all");
            boolean sameSearch = all || carried.isEmpty() ? carried.equals(asked) : asked.containsAll(carried);
            if (parts.length == PARTS && sameSearch && carried.size() == words.size()) {
                return new Cursor(all, words, new Window.After(Long.parseLong(parts[2]), Long.parseLong(parts[3])));
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException unreadable) {
            // the same answer as for a cursor of another search
        }
        throw new Refused("after", "This does not go on from a page of the same search.");
    }

    private static Counted counted(String text) {
        String[] parts = text.split("=", -1);
        int rarity = Integer.parseInt(parts[1]);
        if (rarity < 0 || rarity > Rarity.MOST) {
            throw new IllegalArgumentException("Nothing counts as much as this");
        }
        return new Counted(parts[0], rarity);
    }
}
