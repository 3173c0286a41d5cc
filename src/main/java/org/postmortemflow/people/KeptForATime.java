package org.postmortemflow.people;

import java.util.List;

/** What a room keeps of persons, or of what they said elsewhere, only as long as it is of use. The settings say how long. */
public interface KeptForATime {

    /** What is kept, each kind as long as its setting {@code postmortem.retention.*} says. */
    enum Kind {
        /** Chat messages and files from which timelines were written; counted from the closing of the postmortem. */
        GATHERED,
        /** Messages to the service mailbox that nobody could make use of. */
        REPLIES,
        /** Who was reminded of what and got which digest, and who wrote where last. */
        NOTICES,
        /** Access tokens that have come to an end. */
        TOKENS,
        /** Ids of webhooks' deliveries and of replies, by which a repeat is known. */
        DELIVERIES
    }

    Kind kind();

    /** Statements that delete what is older than an instant, for which each has one mark. Any number of nodes may run them. */
    List<String> deletes();
}
