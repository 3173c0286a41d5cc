package org.postmortemflow.people;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and shows instants in the organisation's zone. */
@Component("time")
public class OrganisationTime {

    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm zzz", Locale.ENGLISH);

    private final Organisation organisation;

    OrganisationTime(Organisation organisation) {
        this.organisation = organisation;
    }

    /** Text with an offset or {@code Z} is taken as such; without one it is local to the organisation. Empty when unreadable. */
    public Optional<Instant> parse(String text) {
        try {
            String plain = TypedTime.of(text).replace(' ', 'T');
            return Optional.of(
                    TypedTime.hasOffset(plain)
                            ? OffsetDateTime.parse(plain).toInstant()
                            : LocalDateTime.parse(plain)
                                    .atZone(organisation.zone())
                                    .toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** For people, with the zone: {@code Fri 12 Jun 2026 14:00 CEST}. */
    public String show(Instant instant) {
        return SHOWN.format(instant.atZone(organisation.zone()));
    }

    /** For an input of type {@code datetime-local}: local time without zone, to the minute. */
    public String forInput(Instant instant) {
        return instant.atZone(organisation.zone())
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** What {@link #parse} reads, for an input of type {@code datetime-local}; anything else stays as it was typed. */
    public String inputText(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        return parse(text).map(this::forInput).orElse(text);
    }

    /** The zone's id, to be shown beside inputs. */
    public String zone() {
        return organisation.zone().getId();
    }
}
