package org.postmortemflow;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.postmortemflow.lifecycle.PostmortemProcess;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;

/** Writes down what the process is told. */
public final class ProcessSpy implements PostmortemProcess {

    private final List<String> calls = new CopyOnWriteArrayList<>();

    /** What was said about this postmortem, in order. */
    public List<String> callsOf(PostmortemId id) {
        return calls.stream()
                .filter(call -> call.endsWith(id.toString()))
                .map(call -> call.substring(0, call.indexOf(' ')))
                .toList();
    }

    @Override
    public void start(PostmortemId id) {
        calls.add("start " + id);
    }

    @Override
    public void startDespiteWaiver(PostmortemId id) {
        calls.add("startDespiteWaiver " + id);
    }

    @Override
    public void deadlinesChanged(PostmortemId id) {
        calls.add("deadlinesChanged " + id);
    }

    @Override
    public void meetingMoved(PostmortemId id) {
        calls.add("meetingMoved " + id);
    }

    @Override
    public void ownerHandedOver(PostmortemId id) {
        calls.add("ownerHandedOver " + id);
    }

    @Override
    public void stop(PostmortemId id) {
        calls.add("stop " + id);
    }

    @Override
    public void complete(PostmortemId id, Step step, StepAnswers answers, PersonId by) {
        throw new AssertionError("nothing is completed here");
    }
}
