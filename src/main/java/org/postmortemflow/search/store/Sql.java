package org.postmortemflow.search.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** A query that is put together piece by piece; values are only ever parameters. */
final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> params = new ArrayList<>();

    Sql add(String piece, Object... values) {
        return add(piece, Arrays.asList(values));
    }

    Sql add(String piece, Collection<?> values) {
        text.append(piece).append('\n');
        params.addAll(values);
        return this;
    }

    String text() {
        return text.toString();
    }

    List<Object> params() {
        return params;
    }

    /** So many question marks. */
    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
