package org.postmortemflow.signin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.postmortemflow.audit.AuditKind;
import org.postmortemflow.audit.AuditLog;
import org.postmortemflow.people.RoleGrants;
import org.postmortemflow.shared.PersonId;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns the groups that the provider tells of into roles, at each sign-in. */
@Component
class ProviderRoles implements SmartInitializingSingleton {

    private final Map<String, List<String>> groupsByRole;
    private final boolean on;
    private final RoleGrants grants;
    private final AuditLog audit;

    ProviderRoles(OidcSettings settings, RoleGrants grants, AuditLog audit) {
        this.groupsByRole = settings.roles();
        this.on = settings.isOn();
        this.grants = grants;
        this.audit = audit;
        groupsByRole.keySet().stream()
                .filter(role -> !RoleGrants.roles().contains(role))
                .forEach(role -> {
                    throw new InvalidConfigurationPropertyValueException(
                            "postmortem.oidc.roles",
                            role,
                            "There are the roles " + String.join(", ", new TreeSet<>(RoleGrants.roles())) + ".");
                });
    }

    /** Without a provider nobody has a role from there any more. */
    @Override
    public void afterSingletonsInstantiated() {
        if (!on) {
            grants.clear();
        }
    }

    @Transactional
    public void grant(PersonId person, Collection<String> groups) {
        Set<String> roles = groupsByRole.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(groups::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        if (grants.replace(person, roles)) {
            audit.record(
                    AuditKind.PERMISSIONS_CHANGED,
                    null,
                    "%s, by groups at the provider: %s".formatted(person, roles.isEmpty() ? "no roles" : roles));
        }
    }
}
