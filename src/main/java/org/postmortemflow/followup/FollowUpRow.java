package org.postmortemflow.followup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUp.Kind;
import org.postmortemflow.followup.FollowUps.Draft;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Problems;

/** One row of the form: what a follow-up must have (R20 to R22). */
final class FollowUpRow {

    /** What is not urgent enough for these is not worth a follow-up (R21). */
    static final List<String> PRIORITIES = List.of("P0", "P1");

    private static final int FEWEST_WORDS = 3;
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_FACTOR = 200;

    private final Map<String, String> cells;
    private final String name;
    private final String where;

    FollowUpRow(Map<String, String> cells, String field, int index) {
        this.cells = cells;
        this.name = field + "[" + index + "].";
        this.where = "Row " + (index + 1) + ": ";
    }

    /** A form of one follow-up alone. */
    FollowUpRow(Map<String, String> cells) {
        this.cells = cells;
        this.name = "";
        this.where = "";
    }

    String id() {
        return cell("id");
    }

    /** A kind or priority alone is nothing to do; so a row of which the rest was emptied is taken back. */
    boolean isBlank() {
        return List.of("title", "context", "team", "assignee", "factor").stream()
                .allMatch(cell -> cell(cell).isEmpty());
    }

    /** Whether it was made from another version than this. Programs that tell none mean what they say. */
    boolean isStale(int version) {
        String made = cell("version");
        return !made.isEmpty() && !made.equals(String.valueOf(version));
    }

    /** The name of a field, as messages name it. */
    String field(String cell) {
        return name + cell;
    }

    /** What a message about the row begins with. */
    String where() {
        return where;
    }

    /** @param creator who opens or opened it: somebody else does it (R22) */
    void check(Organisation organisation, PersonId creator, Problems problems) {
        String title = cell("title");
        String assignee = cell("assignee");
        problems.when(
                        title.split("\\s+").length < FEWEST_WORDS,
                        name + "title",
                        where + "please start with a verb and say what will be different, for example:"
                                + " Add an alert for failed payments.")
                .when(title.length() > LONGEST_TITLE, name + "title", where + "at most 500 characters, please.")
                .when(kind().isEmpty(), name + "kind", where + "please choose what it improves.")
                .when(
                        organisation.team(cell("team")).isEmpty(),
                        name + "team",
                        where + "please choose the team that will do it.")
                .when(
                        !PRIORITIES.contains(priority()),
                        name + "priority",
                        where + "please choose P0 or P1: only what must be done.")
                .when(
                        !assignee.isEmpty()
                                && organisation.person(new PersonId(assignee)).isEmpty(),
                        name + "assignee",
                        where + "please choose a person of the organisation.")
                .when(
                        assignee.equals(creator.value()),
                        name + "assignee",
                        where + "please leave it to the team or choose somebody else: who opens it does not do it.")
                .when(
                        cell("context").length() > StepAnswers.MAX_TEXT,
                        name + "context",
                        where + "at most 4,000 characters, please.")
                .when(
                        cell("factor").length() > LONGEST_FACTOR,
                        name + "factor",
                        where + "at most 200 characters, please.");
    }

    Draft draft() {
        String assignee = cell("assignee");
        return new Draft(
                knownId(),
                cell("title"),
                kind().orElse(Kind.PREVENTION),
                cell("team"),
                priority(),
                assignee.isEmpty() ? null : new PersonId(assignee),
                List.of("true", "on", "yes").contains(cell("discuss")),
                cell("context"),
                cell("factor"));
    }

    private String priority() {
        return cell("priority").isEmpty() ? "P1" : cell("priority");
    }

    /** Null for a new one. */
    @Nullable
    UUID knownId() {
        try {
            return id().isEmpty() ? null : UUID.fromString(id());
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    private Optional<Kind> kind() {
        return Kind.ofKey(cell("kind"));
    }

    private String cell(String cell) {
        return cells.getOrDefault(cell, "").strip();
    }
}
