package org.postmortemflow.readership;

import java.util.List;

/**
 * What a person may read, as a part of a query.
 *
 * @param hidden a subquery of the ids that the person may not read; it refers to nothing outside, so it is evaluated once
 * @param params the values of its question marks, in order
 */
public record Readable(String hidden, List<Object> params) {

    /** The condition for the ids in this column. */
    public String sql(String column) {
        return column + " not in (" + hidden + ")";
    }
}
