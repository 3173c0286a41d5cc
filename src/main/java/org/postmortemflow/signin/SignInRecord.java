package org.postmortemflow.signin;

import org.postmortemflow.audit.AuditKind;
import org.postmortemflow.audit.AuditLog;
import org.postmortemflow.shared.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;

/**
 * Notes in the audit log who comes and goes. Programs are not noted at each call; their tokens say when they were used last. Where
 * the database takes nothing, people still get in to see what it has.
 */
@Component
class SignInRecord {

    private static final Logger LOG = LoggerFactory.getLogger(SignInRecord.class);

    private final AuditLog audit;

    SignInRecord(AuditLog audit) {
        this.audit = audit;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        boolean password = event.getAuthentication() instanceof UsernamePasswordAuthenticationToken;
        note(
                AuditKind.SIGNED_IN,
                event.getAuthentication().getName(),
                password ? "with a password" : "at the organisation's provider");
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        note(AuditKind.SIGNED_OUT, event.getAuthentication().getName(), "");
    }

    private void note(AuditKind kind, String person, String about) {
        try {
            audit.record(kind, new PersonId(person), about);
        } catch (DataAccessException notNow) {
            LOG.error("{}: {}, but the audit log cannot be written", kind.label(), person, notNow);
        }
    }
}
