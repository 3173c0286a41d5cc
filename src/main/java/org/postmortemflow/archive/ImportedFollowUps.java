package org.postmortemflow.archive;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postmortemflow.archive.reader.ReadPostmortem.Action;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUp.Kind;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.followup.FollowUpRecords;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.people.Team;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

/**
 * Takes action items over as follow-ups, of the team that the document names, or of which it names a person; else without one,
 * until somebody chooses it. What is too long for one stays as text.
 */
@Component
class ImportedFollowUps {

    private static final int LONGEST_CONTEXT = 4000;
    private static final String DONE = "Done according to the imported document.";

    /**
     * What becomes of action items.
     *
     * @param done per draft, whether it is done already
     * @param text of those that stay text, as Markdown; may be empty
     */
    record Taken(List<FollowUps.Draft> drafts, List<Boolean> done, String text, List<ImportReport.Warning> warnings) {}

    private final FollowUps followUps;
    private final FollowUpRecords records;
    private final Organisation organisation;
    private final Clock clock;

    ImportedFollowUps(FollowUps followUps, FollowUpRecords records, Organisation organisation, Clock clock) {
        this.followUps = followUps;
        this.records = records;
        this.organisation = organisation;
        this.clock = clock;
    }

    Taken take(List<Action> actions) {
        List<FollowUps.Draft> drafts = new ArrayList<>();
        List<Boolean> done = new ArrayList<>();
        List<ImportReport.Warning> warnings = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        String under = "";
        for (Action action : actions) {
            Optional<Team> team = team(action.owner());
            String context = context(action);
            if (context.length() <= LONGEST_CONTEXT) {
                drafts.add(new FollowUps.Draft(
                        null,
                        action.title(),
                        kind(action),
                        team.map(Team::id).orElse(null),
                        action.priority().equals("P0") ? "P0" : "P1",
                        person(action.owner()).map(Person::id).orElse(null),
                        false,
                        context));
                done.add(action.done());
                continue;
            }
            text.append(text.isEmpty() ? "## Action items\n" : "");
            if (!action.under().equals(under)) {
                text.append("\n### ").append(action.under().replace('\n', ' ')).append("\n");
                under = action.under();
            }
            text.append("\n- ").append(action.text().strip().replace("\n", "\n  "));
        }
        long nobodys = drafts.stream().filter(draft -> draft.teamId() == null).count();
        if (nobodys > 0) {
            warnings.add(
                    new ImportReport.Warning(
                            actions.get(0).line(),
                            nobodys == 1
                                    ? "One action item names no team of the organisation: choose one on the page of follow-ups."
                                    : nobodys
                                            + " action items name no team of the organisation: choose one on the page of follow-ups."));
        }
        if (!text.isEmpty()) {
            warnings.add(
                    new ImportReport.Warning(
                            actions.get(0).line(),
                            actions.size() - drafts.size() == 1
                                    ? "One action item is too long for a follow-up: it was kept as text in Other notes."
                                    : actions.size() - drafts.size()
                                            + " action items are too long for a follow-up: they were kept as text in Other notes."));
        }
        return new Taken(drafts, done, text.toString(), warnings);
    }

    void write(PostmortemId id, Taken taken, PersonId by) {
        if (!taken.drafts().isEmpty()) {
            followUps.write(id, taken.drafts(), "", by);
            List<FollowUp> written = followUps.of(id);
            for (int i = 0; i < written.size(); i++) {
                if (taken.done().get(i)) {
                    FollowUp one = written.get(i);
                    // when it was done is not told; that it was is what counts
                    records.progress(one.id(), one.progress().to(State.DONE, DONE, clock.instant(), by));
                }
            }
        }
    }

    private static String context(Action action) {
        return (action.under().isEmpty() ? "" : "Under: " + action.under() + "\n\n") + action.text();
    }

    private Optional<Team> team(String owner) {
        return organisation.teams().stream()
                .filter(team -> team.name().equalsIgnoreCase(owner) || team.id().equalsIgnoreCase(owner))
                .findFirst()
                .or(() -> person(owner)
                        .flatMap(person ->
                                organisation.teamsOf(person.id()).stream().findFirst()));
    }

    private Optional<Person> person(String owner) {
        String plain = owner.replaceFirst("^@", "").strip();
        return organisation.persons().stream()
                .filter(person -> person.name().equalsIgnoreCase(plain)
                        || person.email().equalsIgnoreCase(plain)
                        || person.id().value().equalsIgnoreCase(plain))
                .findFirst();
    }

    /** What its type or its heading says, else what its words hint at. */
    private static Kind kind(Action action) {
        String said = (action.type() + " " + action.under()).toLowerCase(Locale.ROOT);
        String all = said.matches(".*(?:prevent|detect|mitigat|process).*")
                ? said
                : action.text().toLowerCase(Locale.ROOT);
        if (all.matches("(?s).*(?:detect|monitor|alert|alarm|dashboard|metric).*")) {
            return Kind.DETECTION;
        }
        if (all.matches("(?s).*(?:mitigat|rollback|roll back|runbook|circuit|failover|playbook).*")) {
            return Kind.MITIGATION;
        }
        return all.matches("(?s).*(?:process|document|train|drill|communicat|checklist|escalat).*")
                ? Kind.PROCESS
                : Kind.PREVENTION;
    }
}
