package org.postmortemflow.followup.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.postmortemflow.followup.FollowUpList.Place;

/** A place in the list as text that programs hand back. */
final class Cursor {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private Cursor() {}

    static String write(Place place) {
        String plain = place.at() + " " + place.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty when it is not one of ours. */
    static Optional<Place> read(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ");
            Instant at = Instant.parse(parts[0]);
            return parts.length == 2 && at.isAfter(EARLIEST) && at.isBefore(LATEST)
                    ? Optional.of(new Place(at, UUID.fromString(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }
}
