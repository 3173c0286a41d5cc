package org.postmortemflow.followup.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.followup.FollowUp.Kind;
import org.postmortemflow.followup.FollowUp.State;
import org.postmortemflow.followup.FollowUpList.Filter;
import org.postmortemflow.followup.FollowUpList.Order;
import org.postmortemflow.readership.Readable;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Problems;

/** Which follow-ups somebody asks for, as text in an address. What is not given does not matter, but for done ones: see state. */
final class ListQuery {

    /** The filters' names. */
    static final List<String> NAMES = List.of("team", "priority", "kind", "state", "assignee", "overdue");

    /** The team of those that have none. */
    static final String NO_TEAM = "none";

    static final String MINE = "mine";
    static final String ALL = "all";

    private static final String YES = "yes";

    private final Map<String, String> asked;
    private final PersonId viewer;

    ListQuery(Map<String, String> asked, PersonId viewer) {
        this.asked = asked;
        this.viewer = viewer;
    }

    /** What cannot be read is noted beside its name and does not matter otherwise. */
    Filter filter(Instant now, Readable readable, Problems problems) {
        String team = text("team");
        String priority = text("priority").toUpperCase(Locale.ROOT);
        String assignee = text("assignee");
        boolean known = List.of("", "P0", "P1").contains(priority);
        Optional<Kind> kind = Kind.ofKey(text("kind"));
        problems.when(!known, "priority", "Priorities are P0 and P1.")
                .when(!text("kind").isEmpty() && kind.isEmpty(), "kind", "Kinds are " + keys(Kind.values()) + ".");
        return new Filter(
                team.isEmpty() ? null : team.equals(NO_TEAM) ? "" : team,
                known && !priority.isEmpty() ? priority : null,
                kind.orElse(null),
                states(problems),
                assignee.isEmpty() ? null : assignee.equals(MINE) ? viewer : new PersonId(assignee),
                text("overdue").equals(YES) ? now : null,
                readable);
    }

    Order order() {
        return Arrays.stream(Order.values())
                .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(text("by")))
                .findFirst()
                .orElse(Order.DUE);
    }

    /** Trimmed; empty when it is not given. */
    String text(String name) {
        return asked.getOrDefault(name, "").strip();
    }

    private Set<State> states(Problems problems) {
        String state = text("state");
        Optional<State> one = State.ofKey(state);
        problems.when(
                !state.isEmpty() && !state.equals(ALL) && one.isEmpty(),
                "state",
                "States are open, in-progress, done, declined and all; without one, those that are not done.");
        if (state.equals(ALL)) {
            return Set.of();
        }
        return one.<Set<State>>map(EnumSet::of).orElse(EnumSet.of(State.OPEN, State.IN_PROGRESS));
    }

    private static String keys(Kind[] kinds) {
        return String.join(", ", Arrays.stream(kinds).map(Kind::key).toList());
    }

    /** @return the number, or {@code other} when it is none */
    static int number(@Nullable String text, int other) {
        return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : other;
    }
}
