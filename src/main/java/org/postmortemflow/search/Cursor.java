package org.postmortemflow.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;

/**
 * Where a program reads on. It carries how much each word counted at the beginning, so that nothing is given twice or left out
 * while postmortems are written.
 */
record Cursor(boolean all, List<Integer> rarities, Window.After after) {

    String text() {
        String counts = rarities.stream().map(String::valueOf).collect(Collectors.joining(","));
        String plain = String.join(
                ";",
                all ? "all" : "some",
                counts,
                String.valueOf(after.score()),
                after.resolvedAt().toString(),
                after.id().toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
    }

    /** @throws Refused when it is none of ours, or of another search */
    static Cursor read(String text, int terms) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(";", -1);
            List<Integer> rarities = parts[1].isEmpty()
                    ? List.of()
                    : Arrays.stream(parts[1].split(",")).map(Integer::valueOf).toList();
            boolean ours = rarities.stream().allMatch(one -> one >= 0 && one <= Rarity.MOST);
            if (parts.length == 5 && rarities.size() == terms && ours && parts[3].startsWith("2")) {
                return new Cursor(
                        parts[0].equals("all"),
                        rarities,
                        new Window.After(
                                Long.parseLong(parts[2]), Instant.parse(parts[3]), PostmortemId.parse(parts[4])));
            }
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException unreadable) {
            // the same answer as for a cursor of another search
        }
        throw new Refused("after", "This does not go on from a page of the same search.");
    }
}
