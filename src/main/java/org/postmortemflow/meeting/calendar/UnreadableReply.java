package org.postmortemflow.meeting.calendar;

/** A reply that nobody could make use of; the message says why, for an operator. */
public class UnreadableReply extends Exception {

    public UnreadableReply(String message) {
        super(message);
    }
}
