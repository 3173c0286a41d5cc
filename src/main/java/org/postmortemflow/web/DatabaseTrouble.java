package org.postmortemflow.web;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells when not the request but the database is to blame: it is away, full, or may only be read. */
final class DatabaseTrouble {

    static final String RETRY_AFTER_SECONDS = "30";

    static final String IN_WORDS =
            "The database cannot be used at the moment, so nothing was changed. Please try again in a minute.";

    /** SQLSTATE classes: connection, resources (full), operator (shutting down, starting), system (I/O). */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    /**
     * SQLSTATE of a transaction that may only read; H2's of a file that it cannot write or read (90028, 90031, 90097), and of a
     * database that it has closed for such a reason (90098, 90121).
     */
    private static final Set<String> STATES = Set.of("25006", "90028", "90031", "90097", "90098", "90121");

    private DatabaseTrouble() {}

    static boolean is(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof SQLException sql && (hasState(sql.getSQLState()) || isGone(sql))) {
                return true;
            }
        }
        return false;
    }

    /** What the pool says of a connection that it threw away because the database ended it; there is no SQLSTATE. */
    private static boolean isGone(SQLException failure) {
        return failure.getSQLState() == null && "Connection is closed".equals(failure.getMessage());
    }

    private static boolean hasState(@Nullable String state) {
        return state != null
                && (STATES.contains(state) || state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }
}
