package org.postmortemflow.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.postmortemflow.archive.reader.ReadPostmortem;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.shared.PersonId;

/** Words what was read, for people. */
final class Reports {

    private Reports() {}

    static ImportReport of(
            Postmortem postmortem,
            String fileName,
            PersonId by,
            Instant at,
            ReadPostmortem read,
            ImportedFollowUps.Taken taken) {
        List<ImportReport.Warning> warnings = new ArrayList<>(read.warnings().stream()
                .map(one -> new ImportReport.Warning(one.line(), one.message()))
                .toList());
        warnings.addAll(taken.warnings());
        if (read.date() == null) {
            warnings.add(
                    new ImportReport.Warning(1, "No date is told: the postmortem stands under the day of its import."));
        }
        if (read.severity() == null) {
            warnings.add(new ImportReport.Warning(1, "No severity is told: it stays unknown."));
        }
        return new ImportReport(
                postmortem.id(),
                postmortem.title(),
                fileName,
                by,
                at,
                read.figures().minutesToDetection(),
                read.figures().minutesToRecovery(),
                read.timeline().size(),
                taken.drafts().size(),
                parts(read.understood()),
                warnings,
                parts(read.notUnderstood()));
    }

    private static List<ImportReport.Part> parts(List<ReadPostmortem.Understood> parts) {
        return parts.stream()
                .map(one -> new ImportReport.Part(one.firstLine(), one.lastLine(), one.text(), one.as()))
                .toList();
    }
}
