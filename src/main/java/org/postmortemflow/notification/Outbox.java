package org.postmortemflow.notification;

/** Mail to be sent: written down in the caller's transaction, sent afterwards, at least once, always with the same content. */
public interface Outbox {

    /** Renders and freezes the mail now. A second mail with the same {@link Mail#key} changes nothing. */
    void write(Mail mail);
}
