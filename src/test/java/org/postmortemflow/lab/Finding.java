package org.postmortemflow.lab;

import java.util.Locale;

/** What an experiment measured, as it will stand in the table. */
public final class Finding {

    private String measured = "ended before anything was measured";

    /** Replaces what was said before; a long experiment can so leave word before it fails. */
    public void measured(String format, Object... values) {
        measured = String.format(Locale.ROOT, format, values);
    }

    String measured() {
        return measured;
    }
}
