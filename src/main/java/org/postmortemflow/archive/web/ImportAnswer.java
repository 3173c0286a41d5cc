package org.postmortemflow.archive.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.archive.ImportOutcome;
import org.postmortemflow.archive.ImportReport;
import org.postmortemflow.shared.PostmortemId;

/** What became of the files, as programs read it. */
@Schema(name = "ImportAnswer")
record ImportAnswer(List<OfFile> files) {

    static ImportAnswer of(List<ImportOutcome> outcomes) {
        return new ImportAnswer(outcomes.stream().map(OfFile::of).toList());
    }

    /**
     * One file.
     *
     * @param id the postmortem; of a file that was imported before, the first one made of it
     */
    @Schema(name = "ImportedFile")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfFile(
            String file,

            @Schema(allowableValues = {"imported", "known", "refused"})
            String state,

            @Nullable String id,
            @Schema(description = "Its page") @Nullable String link,
            @Nullable String title,
            @Nullable Figures figures,

            @Schema(description = "What was read how") @Nullable
            List<Lines> read,

            @Schema(description = "What a person should look at") @Nullable
            List<Note> warnings,

            @Schema(description = "Text that was kept because nothing is known of it") @Nullable
            List<Lines> notUnderstood,

            @Schema(description = "Why it was not imported; null when it was") @Nullable
            List<Problem> errors) {

        static OfFile of(ImportOutcome outcome) {
            ImportReport report = outcome.report();
            if (report != null) {
                return of(report);
            }
            PostmortemId id = outcome.postmortem();
            return new OfFile(
                    outcome.fileName(),
                    outcome.state().name().toLowerCase(Locale.ROOT),
                    id == null ? null : id.toString(),
                    id == null ? null : "/postmortems/" + id,
                    null,
                    null,
                    null,
                    null,
                    null,
                    outcome.problems().entrySet().stream().map(Problem::of).toList());
        }

        static OfFile of(ImportReport report) {
            return new OfFile(
                    report.fileName(),
                    "imported",
                    report.postmortem().toString(),
                    "/postmortems/" + report.postmortem(),
                    report.title(),
                    new Figures(
                            report.minutesToDetection(),
                            report.minutesToRecovery(),
                            report.timelineRows(),
                            report.followUps()),
                    report.read().stream().map(Lines::of).toList(),
                    report.warnings().stream()
                            .map(one -> new Note(one.line(), one.message()))
                            .toList(),
                    report.notUnderstood().stream().map(Lines::of).toList(),
                    null);
        }
    }

    /** Numbers that the file tells, and how much was read from it. */
    @Schema(name = "ImportFigures")
    record Figures(
            @Nullable Integer minutesToDetection,
            @Nullable Integer minutesToRecovery,
            int timelineRows,
            int followUps) {}

    /** Lines of the file, the text in them (cut at 300 characters), and what it became. */
    @Schema(name = "ImportLines")
    record Lines(int firstLine, int lastLine, String text, String as) {

        static Lines of(ImportReport.Part part) {
            return new Lines(part.firstLine(), part.lastLine(), part.text(), part.as());
        }
    }

    /** Something to look at. */
    @Schema(name = "ImportNote")
    record Note(int line, String message) {}

    /** One thing to mend. */
    @Schema(name = "ImportProblem")
    record Problem(String field, String message) {

        static Problem of(Map.Entry<String, String> entry) {
            return new Problem(entry.getKey(), entry.getValue());
        }
    }
}
