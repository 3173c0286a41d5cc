package org.postmortemflow.readership;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;

/**
 * What a person may read, as a part of a query over postmortems.
 *
 * @param outsider a condition that is true of a private postmortem when the person is none of its readers; {@code %s} stands for
 *     the column of the postmortem's id, each question mark for the person
 * @param person null for somebody who reads everything; then {@code outsider} has no question mark
 */
public record Readable(String outsider, @Nullable PersonId person) {

    private static final String MARK = "?";

    /** The condition for the ids in this column. */
    public String sql(String column) {
        return "not " + hides(column);
    }

    /** The same for a query with named parameters; the person's id is the value of this one. */
    public String sql(String column, String parameter) {
        return sql(column).replace(MARK, ":" + parameter);
    }

    /** The opposite of {@link #sql(String)}. */
    public String hides(String column) {
        return "exists (select 1 from postmortem_private v where v.postmortem_id = " + column + " and "
                + outsider.replace("%s", column) + ")";
    }

    /** The values of the question marks, in order. */
    public List<Object> params() {
        int marks = (int) outsider.chars().filter(one -> one == MARK.charAt(0)).count();
        return person == null ? List.of() : Collections.nCopies(marks, person.value());
    }
}
