package org.postmortemflow.incident;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.postmortemflow.lifecycle.PostmortemProcess;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;

/** Writes down what it is told; can be made to fail. */
final class ProcessSpy implements PostmortemProcess {

    private final List<String> calls = new CopyOnWriteArrayList<>();
    volatile boolean failing;

    /** What was said about this postmortem, in order. */
    List<String> callsOf(PostmortemId id) {
        return calls.stream()
                .filter(call -> call.endsWith(id.toString()))
                .map(call -> call.substring(0, call.indexOf(' ')))
                .toList();
    }

    @Override
    public void start(PostmortemId id) {
        if (failing) {
            throw new IllegalStateException("engine is down");
        }
        calls.add("start " + id);
    }

    @Override
    public void startDespiteWaiver(PostmortemId id) {
        throw new AssertionError("nobody overrules here");
    }

    @Override
    public void deadlinesChanged(PostmortemId id) {
        calls.add("deadlinesChanged " + id);
    }

    @Override
    public void meetingMoved(PostmortemId id) {
        throw new AssertionError("there is no meeting here");
    }

    @Override
    public void ownerHandedOver(PostmortemId id) {
        throw new AssertionError("there is no owner here");
    }

    @Override
    public void stop(PostmortemId id) {
        throw new AssertionError("an incident stops nothing");
    }

    @Override
    public void complete(PostmortemId id, Step step, StepAnswers answers, PersonId by) {
        throw new AssertionError("an incident completes nothing");
    }
}
