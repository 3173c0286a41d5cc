package org.postmortemflow.meeting;

/** The invite cannot be written as a valid calendar entry, so the meeting must be scheduled differently. */
public class InvitesRejected extends RuntimeException {

    public InvitesRejected(String message) {
        super(message);
    }
}
