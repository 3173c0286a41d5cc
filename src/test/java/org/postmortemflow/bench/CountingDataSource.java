package org.postmortemflow.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Counts what is said to a database. With {@code -Dbench.said=20} it also tells the 20 statements that took longest together. */
final class CountingDataSource {

    private static final int TOLD = Integer.getInteger("bench.said", 0);

    private final AtomicLong statements = new AtomicLong();
    private final AtomicLong roundTrips = new AtomicLong();
    private final AtomicLong commits = new AtomicLong();
    private final Map<String, Taken> texts = new ConcurrentHashMap<>();
    private final DataSource original;
    private final DataSource counted;

    /**
     * @param statements each of a batch counts
     * @param roundTrips a batch is one, and so is the end of a transaction
     */
    record Said(long statements, long roundTrips, long commits) {

        Said since(Said before, int times) {
            return new Said(
                    (statements - before.statements) / times,
                    (roundTrips - before.roundTrips) / times,
                    (commits - before.commits) / times);
        }
    }

    private record Taken(long times, long nanos) {

        Taken plus(Taken other) {
            return new Taken(times + other.times, nanos + other.nanos);
        }
    }

    CountingDataSource(DataSource original) {
        this.original = original;
        counted = counting(DataSource.class, original, "");
    }

    /** The same database, counted. */
    DataSource dataSource() {
        return counted;
    }

    /** The same database, not counted: for filling it, where counting each value takes longer than writing it. */
    DataSource original() {
        return original;
    }

    Said said() {
        return new Said(statements.get(), roundTrips.get(), commits.get());
    }

    void forgetTexts() {
        texts.clear();
    }

    /** What took longest, one a line; empty unless asked for. */
    String texts() {
        return texts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparing(Taken::nanos).reversed()))
                .limit(TOLD)
                .map(entry -> "%7.1f ms %6d x %s"
                        .formatted(
                                entry.getValue().nanos() / 1e6,
                                entry.getValue().times(),
                                entry.getKey().replaceAll("\\s+", " ")))
                .collect(Collectors.joining("\n", texts.isEmpty() ? "" : texts.size() + " different ones\n", ""));
    }

    private <T> T counting(Class<T> type, Object original, String sql) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            String said = arguments != null && arguments.length > 0 ? String.valueOf(arguments[0]) : sql;
            count(method);
            long begun = System.nanoTime();
            try {
                return wrapped(method.invoke(original, arguments), method, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            } finally {
                note(method, said, System.nanoTime() - begun);
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private void count(Method method) {
        switch (method.getName()) {
            case "addBatch" -> statements.incrementAndGet();
            case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" -> {
                statements.incrementAndGet();
                roundTrips.incrementAndGet();
            }
            case "executeBatch", "rollback" -> roundTrips.incrementAndGet();
            case "commit" -> {
                roundTrips.incrementAndGet();
                commits.incrementAndGet();
            }
            default -> {}
        }
    }

    private void note(Method method, String said, long nanos) {
        if (TOLD > 0
                && (method.getName().startsWith("execute") || method.getName().equals("commit"))) {
            texts.merge(said.isEmpty() ? method.getName() : said, new Taken(1, nanos), Taken::plus);
        }
    }

    private @Nullable Object wrapped(@Nullable Object result, Method method, Object @Nullable [] arguments) {
        if (result instanceof Connection) {
            return counting(Connection.class, result, "");
        }
        if (result instanceof PreparedStatement) {
            return counting(PreparedStatement.class, result, arguments == null ? "" : String.valueOf(arguments[0]));
        }
        return result instanceof Statement && method.getName().equals("createStatement")
                ? counting(Statement.class, result, "")
                : result;
    }
}
