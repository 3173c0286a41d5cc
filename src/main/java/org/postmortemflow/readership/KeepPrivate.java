package org.postmortemflow.readership;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.audit.AuditKind;
import org.postmortemflow.audit.AuditLog;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.Permissions;
import org.postmortemflow.lifecycle.Reason;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a postmortem private, for example when it tells of a hole that is still open, and opens it to everybody again. */
@Component
public class KeepPrivate {

    private final ReadershipRecords readership;
    private final Permissions permissions;
    private final History history;
    private final AuditLog audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    KeepPrivate(
            ReadershipRecords readership,
            Permissions permissions,
            History history,
            AuditLog audit,
            Clock clock,
            ApplicationEventPublisher events) {
        this.readership = readership;
        this.permissions = permissions;
        this.history = history;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** Whoever makes it private may go on reading it. @throws Refused without reason or permission, or when it is already */
    @Transactional
    public void makePrivate(PostmortemId id, @Nullable String reason, PersonId by) {
        String because = change(id, reason, by);
        if (readership.privacy(id).isPresent()) {
            throw new Refused("This postmortem is private already.");
        }
        readership.close(id, new Privacy(because, clock.instant(), by));
        readership.name(id, List.of(by), null, false, by, clock.instant());
        audit.record(AuditKind.PERMISSIONS_CHANGED, by, "postmortem " + id + " made private");
        history.note(id, "Made private: " + because, by);
        events.publishEvent(new ReadersChanged(id));
    }

    /** @throws Refused without reason or permission, or when it is not private */
    @Transactional
    public void makeOpen(PostmortemId id, @Nullable String reason, PersonId by) {
        String because = change(id, reason, by);
        if (readership.privacy(id).isEmpty()) {
            throw new Refused("This postmortem is not private.");
        }
        readership.open(id);
        audit.record(AuditKind.PERMISSIONS_CHANGED, by, "postmortem " + id + " opened to everybody");
        history.note(id, "Open to everybody again: " + because, by);
        events.publishEvent(new ReadersChanged(id));
    }

    private String change(PostmortemId id, @Nullable String reason, PersonId by) {
        permissions.requireChange(id, by);
        String because = Reason.of(reason);
        readership.lock(id);
        return because;
    }
}
