package org.postmortemflow.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Counts what goes to a database: statements (each of a batch) and commits. */
final class CountingDataSource {

    private final AtomicLong statements = new AtomicLong();
    private final AtomicLong commits = new AtomicLong();
    private final DataSource counted;

    CountingDataSource(DataSource original) {
        counted = counting(DataSource.class, original);
    }

    /** The same database, counted. */
    DataSource dataSource() {
        return counted;
    }

    long statements() {
        return statements.get();
    }

    long commits() {
        return commits.get();
    }

    private <T> T counting(Class<T> type, Object original) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            count(method);
            try {
                return wrapped(method.invoke(original, arguments));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private void count(Method method) {
        switch (method.getName()) {
            case "addBatch", "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" ->
                statements.incrementAndGet();
            case "commit" -> commits.incrementAndGet();
            default -> {}
        }
    }

    private @org.jspecify.annotations.Nullable Object wrapped(@org.jspecify.annotations.Nullable Object result) {
        if (result instanceof Connection) {
            return counting(Connection.class, result);
        }
        if (result instanceof PreparedStatement) {
            return counting(PreparedStatement.class, result);
        }
        return result instanceof Statement ? counting(Statement.class, result) : result;
    }
}
