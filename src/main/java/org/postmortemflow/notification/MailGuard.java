package org.postmortemflow.notification;

import java.util.Optional;

/** May hold back a mail, or take out what its recipient may not read, before it is written down. */
public interface MailGuard {

    /** The mail as it may go out; empty when it must not. */
    Optional<Mail> pass(Mail mail);
}
