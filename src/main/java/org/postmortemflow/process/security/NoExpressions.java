package org.postmortemflow.process.security;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.HistoricProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * Refuses expressions in queries that come from outside, at any depth (CVE-2026-109432): the engine looks for them only in the
 * outermost query but evaluates those of "or" queries too, so that whoever may ask may run code. Stored filters do not pass
 * here with their own query, only with what a request adds to it; who may store filters is a matter of rights.
 */
final class NoExpressions extends CommandInterceptor {

    /** What a request adds to a stored filter. Missing in another version of the engine, it stops the start. */
    private static final Field ADDED_TO_FILTER = accessible("extendingQuery");

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            refuseExpressions(query);
        } else if (command instanceof AbstractExecuteFilterCmd
                && ReflectionUtils.getField(ADDED_TO_FILTER, command) instanceof AbstractQuery<?, ?> added) {
            refuseExpressions(added);
        }
        return next.execute(command);
    }

    private static void refuseExpressions(AbstractQuery<?, ?> query) {
        if (holdsExpressions(query, Collections.newSetFromMap(new IdentityHashMap<>()))) {
            throw new BadUserRequestException("Expressions are not allowed in queries.");
        }
    }

    private static boolean holdsExpressions(AbstractQuery<?, ?> query, Set<Object> seen) {
        return seen.add(query)
                && (!query.getExpressions().isEmpty()
                        || parts(query).stream().anyMatch(part -> holdsExpressions(part, seen)));
    }

    /** All kinds of queries that can hold "or" queries; the first part is the query itself. */
    private static Collection<? extends AbstractQuery<?, ?>> parts(AbstractQuery<?, ?> query) {
        if (query instanceof TaskQueryImpl tasks) {
            return tasks.getQueries();
        }
        if (query instanceof ProcessInstanceQueryImpl instances) {
            return instances.getQueries();
        }
        if (query instanceof HistoricTaskInstanceQueryImpl tasks) {
            return tasks.getQueries();
        }
        if (query instanceof HistoricProcessInstanceQueryImpl instances) {
            return instances.getQueries();
        }
        return List.of();
    }

    private static Field accessible(String name) {
        @Nullable Field field = ReflectionUtils.findField(AbstractExecuteFilterCmd.class, name);
        if (field == null) {
            throw new IllegalStateException(
                    "The engine keeps a filter's added query elsewhere: look again before start.");
        }
        ReflectionUtils.makeAccessible(field);
        return field;
    }
}
