package org.postmortemflow.overview;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.postmortemflow.shared.PostmortemId;

/** A place in a list as text that others hand back. */
public final class ListCursor {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private ListCursor() {}

    public static String write(ListOrder order, Place place) {
        String plain = order + " " + place.at() + " " + place.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty when it is none of ours, or of a list in another order. */
    public static Optional<Place> read(ListOrder order, String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ");
            if (parts.length != 3 || !parts[0].equals(order.name())) {
                return Optional.empty();
            }
            Instant at = Instant.parse(parts[1]);
            return at.isBefore(EARLIEST) || at.isAfter(LATEST)
                    ? Optional.empty()
                    : Optional.of(new Place(at, PostmortemId.parse(parts[2])));
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }
}
