package org.postmortemflow.incident;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.incident.IncidentRecords.Known;
import org.postmortemflow.shared.Problems;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what a source tells of an incident. The first time that it is resolved, its postmortem is opened and the process
 * starts, in one transaction. However often and however concurrently the same incident is told, it has one postmortem.
 */
@Component
public class ReportIncident {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_KEY = 255;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ADDRESS = 1000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PAUSE_MILLIS = 100;

    private final IncidentRecords records;
    private final IncidentMatching matching;
    private final IncidentConsequences consequences;
    private final TransactionTemplate transaction;

    ReportIncident(
            IncidentRecords records,
            IncidentMatching matching,
            IncidentConsequences consequences,
            PlatformTransactionManager transactions) {
        this.records = records;
        this.matching = matching;
        this.consequences = consequences;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Takes in a whole report.
     *
     * @throws org.postmortemflow.shared.Refused when it has no title
     */
    public ReportOutcome report(IncidentReport report) {
        new Problems()
                .when(PlainText.line(report.title(), LONGEST_TITLE).isEmpty(), "title", "Please give a title.")
                .refuseIfAny();
        return oneAtATime(() -> {
            if (isRepeat(report.source(), report.deliveryId())) {
                return ReportOutcome.NOTHING;
            }
            Known said = said(report);
            Optional<Known> known =
                    records.lock(report.source(), said.incident().externalKey());
            Known now = known.map(before -> IncidentMerge.merge(before, said, report.resolution()))
                    .orElse(said);
            known.ifPresentOrElse(before -> records.update(now), () -> records.add(now));
            return consequences.follow(
                    known.map(Known::incident).orElse(null), now.incident(), matching.idOf(report.reportedBy()));
        });
    }

    /** Takes in something more about an incident; it never opens a postmortem. */
    public void add(IncidentAddition addition) {
        oneAtATime(() -> {
            if (!isRepeat(addition.source(), addition.deliveryId())) {
                Known known = records.lock(addition.source(), key(addition.externalKey()))
                        .orElseGet(() -> stub(addition));
                Incident before = known.incident();
                records.update(new Known(
                        before.withResponders(IncidentMerge.responders(
                                before.responders(), matching.responders(addition.responders()))),
                        known.toldAt(),
                        known.stateAt()));
                String note = PlainText.lines(addition.note(), LONGEST_TEXT);
                if (!note.isEmpty()) {
                    records.addNote(
                            before.id(), exact(addition.at()), PlainText.line(addition.author(), LONGEST_NAME), note);
                }
            }
            return true;
        });
    }

    /**
     * Whoever comes second with the same new incident fails at the unique key. On PostgreSQL that ends the transaction, so the
     * second attempt is made in a new one, and finds what the first has written. H2 fails the second at once or after a while,
     * although the first is still writing: so it is a time that ends the attempts, not their number.
     */
    private <T> T oneAtATime(Supplier<T> work) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> work.get()));
            } catch (DuplicateKeyException | ConcurrencyFailureException | QueryTimeoutException collision) {
                if (System.nanoTime() > end) {
                    throw collision;
                }
                pause(collision);
            }
        }
    }

    /** Whoever pauses holds no connection. */
    private static void pause(RuntimeException collision) {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw collision;
        }
    }

    private boolean isRepeat(String source, @Nullable String deliveryId) {
        return deliveryId != null && !records.remember(source, key(deliveryId));
    }

    private Known said(IncidentReport report) {
        String title = PlainText.line(report.title(), LONGEST_TITLE);
        Instant resolvedAt = exactOrNull(report.resolution().at());
        Instant asOf = exact(report.asOf());
        Incident incident = new Incident(
                UUID.randomUUID(),
                report.source(),
                report.externalKey() == null ? derivedKey(title, report) : key(report.externalKey()),
                title,
                report.severity(),
                exactOrNull(report.startedAt()),
                exactOrNull(report.detectedAt()),
                resolvedAt,
                matching.services(report.services()),
                IncidentMerge.responders(List.of(), matching.responders(report.responders())),
                PlainText.lines(report.summary(), LONGEST_TEXT),
                report.criteria(),
                PlainText.webAddress(report.url(), LONGEST_ADDRESS));
        Instant stateAt = switch (report.resolution().state()) {
            case RESOLVED -> resolvedAt == null ? asOf : resolvedAt;
            case ONGOING -> asOf;
            case UNTOLD -> Instant.EPOCH;
        };
        return new Known(incident, asOf, stateAt);
    }

    private Known stub(IncidentAddition addition) {
        String title = PlainText.line(addition.title(), LONGEST_TITLE);
        Incident incident = new Incident(
                UUID.randomUUID(),
                addition.source(),
                key(addition.externalKey()),
                title.isEmpty() ? "Incident " + PlainText.line(addition.externalKey(), LONGEST_NAME) : title,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                "",
                Set.of(),
                PlainText.webAddress(addition.url(), LONGEST_ADDRESS));
        Known stub = new Known(incident, Instant.EPOCH, Instant.EPOCH);
        records.add(stub);
        return stub;
    }

    /** Long keys are replaced by a digest, not cut: two different ones must stay different. */
    private static String key(String key) {
        return key.length() <= LONGEST_KEY && PlainText.line(key, LONGEST_KEY).equals(key) ? key : digest(key);
    }

    /** A form that is sent twice makes one incident. */
    private static String derivedKey(String title, IncidentReport report) {
        return digest(title.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")
                + '|'
                + report.startedAt()
                + '|'
                + report.resolution().at());
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** As exact as the database keeps it, so that what is read again compares equal. */
    private static Instant exact(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    private static @Nullable Instant exactOrNull(@Nullable Instant instant) {
        return instant == null ? null : exact(instant);
    }
}
