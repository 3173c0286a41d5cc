package org.postmortemflow.process.identity;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.postmortemflow.process.contract.Variables;

/** The ready-made filters of Tasklist. They belong to nobody, so nobody but administrators may change them. */
final class TasklistFilters {

    private record Ready(String name, String description, int position, String readers, TaskQuery query) {}

    private final FilterService filters;
    private final Permits permits;

    TasklistFilters(FilterService filters, Permits permits) {
        this.filters = filters;
        this.permits = permits;
    }

    /** Adds the filters that are not there, and mends those that differ. */
    void provide() {
        for (Ready ready : ready()) {
            Filter existing = filters.createTaskFilterQuery().filterName(ready.name()).list().stream()
                    .filter(filter -> filter.getOwner() == null)
                    .findFirst()
                    .orElse(null);
            Filter filter = existing == null ? filters.newTaskFilter(ready.name()) : existing;
            if (existing == null || differs(filter, ready)) {
                filter.setQuery(ready.query());
                filter.setProperties(properties(ready));
                filters.saveFilter(filter);
            }
            permits.permit(ready.readers(), Resources.FILTER, filter.getId(), Permissions.READ);
        }
    }

    private static List<Ready> ready() {
        return List.of(
                new Ready(
                        "My tasks",
                        "What waits for you",
                        10,
                        Groups.EVERYONE,
                        byDueDate().taskAssigneeExpression("${currentUser()}")),
                new Ready(
                        "My groups' tasks",
                        "What one of your groups can claim",
                        20,
                        Groups.EVERYONE,
                        byDueDate().taskCandidateGroupInExpression("${currentUserGroups()}")),
                new Ready(
                        "Overdue",
                        "What should be done by now, among the tasks that you may see",
                        30,
                        Groups.EVERYONE,
                        byDueDate().dueBeforeExpression("${now()}")),
                new Ready("All tasks", "Every open task", 40, Groups.ADMINISTRATORS, byDueDate()));
    }

    /** Made without an executor: only so may a stored query hold expressions. */
    private static TaskQuery byDueDate() {
        return new TaskQueryImpl().orderByDueDate().asc();
    }

    private static Map<String, Object> properties(Ready ready) {
        return Map.of(
                "description",
                ready.description(),
                "priority",
                ready.position(),
                "color",
                "#555555",
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                List.of(Map.of("name", Variables.POSTMORTEM_TITLE, "label", "Postmortem")));
    }

    private static boolean differs(Filter existing, Ready ready) {
        FilterEntity wanted = new FilterEntity(EntityTypes.TASK);
        wanted.setQuery(ready.query());
        wanted.setProperties(properties(ready));
        FilterEntity present = (FilterEntity) existing;
        return !present.getQueryInternal().equals(wanted.getQueryInternal())
                || !present.getProperties().equals(wanted.getProperties());
    }
}
