package org.postmortemflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.Outbox;
import org.postmortemflow.shared.PostmortemId;

/** Keeps mails as the real one does: a second one with the same key changes nothing. */
public final class OutboxSpy implements Outbox {

    private final Map<String, Mail> written = new LinkedHashMap<>();

    @Override
    public synchronized void write(Mail mail) {
        written.putIfAbsent(mail.key(), mail);
    }

    /** The mails about this postmortem, in order. */
    public synchronized List<Mail> about(PostmortemId id) {
        return written.values().stream()
                .filter(mail -> mail.postmortem().equals(id))
                .toList();
    }
}
