package org.postmortemflow.notification;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Does with mail as it is told, and remembers it. */
final class ScriptedChannel implements Channel {

    private final List<OutboxMessage> tried = new CopyOnWriteArrayList<>();
    private final List<OutboxMessage> sent = new CopyOnWriteArrayList<>();
    private volatile Function<OutboxMessage, Outcome> script = message -> Outcome.SENT;

    void reset() {
        tried.clear();
        sent.clear();
        script = message -> Outcome.SENT;
    }

    void answer(Outcome.Kind kind) {
        script = message -> new Outcome(kind, "as told");
    }

    void onSend(Function<OutboxMessage, Outcome> other) {
        script = other;
    }

    List<OutboxMessage> tried() {
        return List.copyOf(tried);
    }

    List<OutboxMessage> sent() {
        return List.copyOf(sent);
    }

    @Override
    public Outcome send(OutboxMessage message) {
        tried.add(message);
        Outcome outcome = script.apply(message);
        if (outcome.kind() == Outcome.Kind.SENT) {
            sent.add(message);
        }
        return outcome;
    }
}
