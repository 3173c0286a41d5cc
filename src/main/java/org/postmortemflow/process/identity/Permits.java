package org.postmortemflow.process.identity;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.postmortemflow.process.contract.PostmortemModel;

/**
 * What groups may do. Everybody may open Tasklist, see the process's picture and colleagues' names; their own tasks the engine
 * permits by itself. Nobody but administrators may deploy or store filters: both run code.
 */
final class Permits {

    private static final Set<Resource> ALL_RESOURCES = Set.of(Resources.values());

    private final AuthorizationService authorizations;

    Permits(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void grant() {
        ALL_RESOURCES.forEach(resource -> permit(Groups.ADMINISTRATORS, resource, Authorization.ANY, Permissions.ALL));
        permit(Groups.EVERYONE, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        permit(Groups.EVERYONE, Resources.PROCESS_DEFINITION, PostmortemModel.KEY, Permissions.READ);
        permit(Groups.EVERYONE, Resources.USER, Authorization.ANY, Permissions.READ);
        permit(Groups.EVERYONE, Resources.GROUP, Authorization.ANY, Permissions.READ);
    }

    /** Adds the permission unless the group has it. */
    void permit(String group, Resource resource, String resourceId, Permission permission) {
        Authorization existing = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(resourceId)
                .singleResult();
        if (existing != null && existing.isPermissionGranted(permission)) {
            return;
        }
        Authorization authorization = existing;
        if (authorization == null) {
            authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            authorization.setGroupId(group);
            authorization.setResource(resource);
            authorization.setResourceId(resourceId);
        }
        authorization.addPermission(permission);
        authorizations.saveAuthorization(authorization);
    }

    /** Removes what persons or groups that are gone were permitted. */
    void withdraw(UnaryOperator<AuthorizationQuery> whose) {
        whose.apply(authorizations.createAuthorizationQuery())
                .unlimitedList()
                .forEach(authorization -> authorizations.deleteAuthorization(authorization.getId()));
    }
}
