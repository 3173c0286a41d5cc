package org.postmortemflow.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.postmortemflow.archive.reader.PostmortemReader;
import org.postmortemflow.archive.reader.ReadPostmortem;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.incident.RecordPastIncident;
import org.postmortemflow.lifecycle.ImportPostmortem;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.readership.Readership;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.timeline.TimelineItem;
import org.postmortemflow.timeline.Timelines;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a closed postmortem of one file, all of it or nothing. */
@Component
class ImportOne {

    private final ImportRecords records;
    private final RecordPastIncident recordPastIncident;
    private final ImportPostmortem importPostmortem;
    private final Documents documents;
    private final Timelines timelines;
    private final ImportedFollowUps followUps;
    private final Readership readership;
    private final Organisation organisation;
    private final Clock clock;

    ImportOne(
            ImportRecords records,
            RecordPastIncident recordPastIncident,
            ImportPostmortem importPostmortem,
            Documents documents,
            Timelines timelines,
            ImportedFollowUps followUps,
            Readership readership,
            Organisation organisation,
            Clock clock) {
        this.records = records;
        this.recordPastIncident = recordPastIncident;
        this.importPostmortem = importPostmortem;
        this.documents = documents;
        this.timelines = timelines;
        this.followUps = followUps;
        this.readership = readership;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** @throws org.postmortemflow.shared.Refused when it is no text, known already, or holds more than fits */
    @Transactional
    public ImportReport run(ImportFile file, boolean again, PersonId by) {
        String text = file.text();
        String hash = hash(file);
        Optional<PostmortemId> known = known(hash, by);
        if (known.isPresent() && !again) {
            throw new KnownContent(known.get());
        }
        int copy = records.copies(hash) + 1;
        ReadPostmortem read = PostmortemReader.read(text, file.plainName(), organisation.zone());
        Instant now = clock.instant();
        Instant day = Optional.ofNullable(read.date()).orElse(now);
        UUID incident = recordPastIncident.record(
                "import",
                hash + "-" + copy,
                read.title(),
                read.severity(),
                read.startedAt(),
                read.detectedAt(),
                read.resolvedAt(),
                now);
        String from = file.plainName().isEmpty() ? "a pasted document" : "the file " + file.plainName();
        Postmortem postmortem = importPostmortem.takeOver(incident, read.title(), read.severity(), day, from, by);
        ImportedFollowUps.Taken taken = followUps.take(read.followUps());
        Map<SectionName, String> sections = Fitting.fit(read.sections(), taken.text());
        documents.write(postmortem.id(), sections, by);
        timelines.replace(postmortem.id(), items(read.timeline()), by);
        followUps.write(postmortem.id(), taken, by);
        ImportReport report = Reports.of(postmortem, file.plainName(), by, now, read, taken);
        records.add(report, hash, copy, text);
        return report;
    }

    /** The first with this content; a private one is unknown to whoever may not read it. */
    Optional<PostmortemId> known(String hash, PersonId by) {
        return records.all(hash).stream()
                .filter(id -> readership.mayRead(id, by))
                .findFirst();
    }

    /** Tells the same text again, whatever its line ends. */
    String hash(ImportFile file) {
        try {
            String plain = file.text().replace("\r\n", "\n").replace('\r', '\n').strip();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static List<TimelineItem> items(List<ReadPostmortem.Row> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(ReadPostmortem.Row::at))
                .map(row -> new TimelineItem(
                        UUID.randomUUID(),
                        row.at(),
                        row.event(),
                        row.kind(),
                        row.source(),
                        false,
                        row.severity(),
                        row.noticed()))
                .toList();
    }
}
