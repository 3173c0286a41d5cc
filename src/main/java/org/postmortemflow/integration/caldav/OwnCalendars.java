package org.postmortemflow.integration.caldav;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.calendar.BusyTimes;
import org.postmortemflow.integration.caldav.BusySpans.Span;
import org.postmortemflow.integration.caldav.CalDavServer.Answer;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * When people are busy, from their own calendars on the CalDAV server. Only times are kept, for minutes, in memory. All are asked at
 * once, and nobody waits long; inside a transaction nobody waits at all: what is not known then is asked for the next time.
 */
final class OwnCalendars implements BusyTimes {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration FAILED = Duration.ofMinutes(1);

    /** Farther ahead than slots are looked for, so that one reading serves many questions. */
    private static final Duration AHEAD = Duration.ofDays(40);

    private static final Logger log = LoggerFactory.getLogger(OwnCalendars.class);

    private final Map<PersonId, CalDavServer> calendars = new LinkedHashMap<>();
    private final Map<PersonId, Reading> readings = new ConcurrentHashMap<>();
    private final Map<PersonId, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();
    private final Organisation organisation;
    private final Duration patience;
    private final Clock clock;

    /**
     * @param patience how long a proposal waits, whoever's calendars are asked for
     * @throws IllegalStateException for a calendar on another server: that one must not see the password
     */
    OwnCalendars(CalDavServer server, Duration patience, Organisation organisation, Clock clock) {
        this.organisation = organisation;
        this.patience = patience;
        this.clock = clock;
        List<String> elsewhere = new ArrayList<>();
        for (Person person : organisation.persons()) {
            URI calendar = organisation.calendarOf(person.id()).orElse(null);
            if (calendar != null && server.isHere(calendar)) {
                calendars.put(person.id(), server.at(calendar));
            } else if (calendar != null) {
                elsewhere.add(person.id().value());
            }
        }
        if (!elsewhere.isEmpty()) {
            throw new IllegalStateException(
                    "The calendars of these persons in the organisation file are not on the server of postmortem.caldav.url: "
                            + String.join(", ", elsewhere));
        }
    }

    /** @param spans null when the calendar could not be read */
    private record Reading(@Nullable List<Span> spans, Instant from, Instant to, Instant at) {

        boolean isFresh(Instant now, Instant until) {
            Duration age = Duration.between(at, now);
            return age.compareTo(spans == null ? FAILED : FRESH) < 0 && !until.isAfter(to);
        }
    }

    @Override
    public Known between(Instant from, Instant to, Collection<PersonId> persons, PostmortemId exceptOf) {
        List<PersonId> asked = persons.stream().filter(calendars::containsKey).toList();
        Instant now = clock.instant();
        List<CompletableFuture<Void>> open = asked.stream()
                .filter(person -> !isFresh(readings.get(person), now, to))
                .map(person -> ask(person, now, to))
                .toList();
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            await(open);
        }
        List<Busy> busy = new ArrayList<>();
        Set<PersonId> read = new HashSet<>();
        for (PersonId person : asked) {
            Reading reading = readings.get(person);
            if (reading != null && reading.spans() != null && isFresh(reading, now, to)) {
                read.add(person);
                reading.spans().stream()
                        .map(span -> new Busy(span.start(), span.end(), Set.of(person)))
                        .filter(one -> one.overlaps(from, to))
                        .forEach(busy::add);
            }
        }
        Set<PersonId> unread = new HashSet<>(asked);
        unread.removeAll(read);
        return new Known(busy, read, unread);
    }

    private static boolean isFresh(@Nullable Reading reading, Instant now, Instant until) {
        return reading != null && reading.isFresh(now, until);
    }

    /** Whoever asks while an answer is awaited waits for that one. */
    private CompletableFuture<Void> ask(PersonId person, Instant now, Instant until) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> theirs = underWay.putIfAbsent(person, mine);
        if (theirs != null) {
            return theirs;
        }
        Instant first = now.minus(Duration.ofDays(1));
        Instant last = until.isAfter(now.plus(AHEAD)) ? until : now.plus(AHEAD);
        BusySpans busy = new BusySpans(
                organisation.person(person).map(Person::email).orElse(""), organisation.zoneOf(person), first, last);
        java.util.Objects.requireNonNull(calendars.get(person))
                .entriesBetween(first, last)
                .thenApply(answer -> spans(answer, busy))
                .whenComplete((spans, failure) -> {
                    if (failure != null) {
                        log.warn("The calendar of {} could not be read: {}", person.value(), failure.toString());
                    }
                    readings.put(person, new Reading(spans, first, last, now));
                    underWay.remove(person);
                    mine.complete(null);
                });
        return mine;
    }

    private static List<Span> spans(Answer answer, BusySpans busy) {
        if (!answer.isFine()) {
            throw new IllegalStateException("the server answered " + answer.status());
        }
        try {
            return MultiStatus.calendars(answer.body()).stream()
                    .flatMap(text -> busy.of(text).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void await(List<CompletableFuture<Void>> open) {
        try {
            CompletableFuture.allOf(open.toArray(CompletableFuture[]::new))
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException withoutThem) {
            log.debug("Proposing without waiting any longer for calendars", withoutThem);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
