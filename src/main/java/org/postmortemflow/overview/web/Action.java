package org.postmortemflow.overview.web;

import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.postmortemflow.lifecycle.Permissions;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.meeting.Meeting;
import org.postmortemflow.overview.PostmortemOverview;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;

/** What can be changed beside the steps, while it makes sense. */
enum Action {
    MOVE_MEETING("meeting", "Move the meeting", "The meeting is moved: everybody who is invited is told."),
    HAND_OVER("owner", "Hand over to another owner", "There is a new owner, who is told directly."),
    CHANGE_SEVERITY("severity", "Change the severity", "The severity is changed, and the deadlines with it."),
    WAIVE("waive", "Waive the postmortem", "The postmortem is waived."),
    OPEN_AFTER_ALL("open", "Open the postmortem after all", "The postmortem is open."),
    CANCEL("cancel", "Cancel the postmortem", "The postmortem is cancelled.");

    private final String key;
    private final String label;
    private final String done;

    Action(String key, String label, String done) {
        this.key = key;
        this.label = label;
        this.done = done;
    }

    /** Used in addresses. */
    public String key() {
        return key;
    }

    /** The page's heading and its button. */
    public String label() {
        return label;
    }

    /** What is said afterwards. */
    public String done() {
        return done;
    }

    /** @throws NoSuchElementException when there is no such action */
    static Action ofKey(String key) {
        return Arrays.stream(values())
                .filter(action -> action.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No action " + key));
    }

    /** Those that make sense now and that the person may take. */
    static List<Action> offered(PostmortemOverview overview, PersonId viewer, Permissions permissions) {
        PostmortemId id = overview.postmortem().id();
        Meeting meeting = overview.meeting();
        boolean facilitates = meeting != null && viewer.equals(meeting.facilitator());
        boolean mayChange = permissions.mayChange(id, viewer);
        boolean mayOverrule = permissions.mayOverrule(id, viewer);
        return Arrays.stream(values())
                .filter(action -> switch (action) {
                    case WAIVE, OPEN_AFTER_ALL -> mayOverrule;
                    case MOVE_MEETING -> mayChange || facilitates;
                    default -> mayChange;
                })
                .filter(action -> action.makesSense(overview))
                .toList();
    }

    private boolean makesSense(PostmortemOverview overview) {
        Status status = overview.postmortem().status();
        Meeting meeting = overview.meeting();
        return switch (this) {
            case MOVE_MEETING -> status.isOpen() && meeting != null && !meeting.cancelled() && meeting.heldAt() == null;
            case HAND_OVER -> status.isOpen() && overview.owner() != null;
            case CHANGE_SEVERITY -> status.isOpen() && !isOpen(overview, Step.SET_SEVERITY);
            case WAIVE -> status.next().contains(Status.WAIVED);
            case OPEN_AFTER_ALL -> status == Status.WAIVED;
            case CANCEL -> status.next().contains(Status.CANCELLED);
        };
    }

    private static boolean isOpen(PostmortemOverview overview, Step step) {
        return overview.steps().stream()
                .anyMatch(state -> state.step() == step && state.state() == StepState.State.OPEN);
    }
}
