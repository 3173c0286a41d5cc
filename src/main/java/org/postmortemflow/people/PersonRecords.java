package org.postmortemflow.people;

import java.util.List;
import java.util.Set;
import org.postmortemflow.shared.PersonId;

/**
 * Where a room's tables speak of persons, so that somebody who has left can be made nameless everywhere. Each room with tables has
 * one; a test holds them against the database, so that no column is forgotten.
 */
public interface PersonRecords {

    /** The room, as people call what it keeps, for example "Follow-ups". */
    String room();

    /** In the order in which they are to be changed. */
    List<PersonTable> tables();

    /** Names and mail addresses under which the person was written down; some may be short, like a first name. */
    default Set<String> knownAs(PersonId person) {
        return Set.of();
    }

    /** What the person still has in hand that somebody else must take over first, each as a sentence. */
    default List<String> holds(PersonId person) {
        return List.of();
    }

    /** Before anything is replaced: lets go of what is of no use to anybody else. */
    default void forget(PersonId person, Set<String> addresses) {}

    /** After everything was replaced, in the same transaction. */
    default void replaced(Pseudonym pseudonym) {}
}
