package org.postmortemflow.process.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.postmortemflow.audit.AuditKind;
import org.postmortemflow.audit.AuditLog;

/** The organisation's groups and who is in them. */
final class GroupSync {

    private final IdentityService identities;
    private final Permits permits;
    private final AuditLog audit;

    GroupSync(IdentityService identities, Permits permits, AuditLog audit) {
        this.identities = identities;
        this.permits = permits;
        this.audit = audit;
    }

    /** Persons must be known already. */
    void sync(List<Groups.Group> wanted) {
        Map<String, Group> known = identities.createGroupQuery().unlimitedList().stream()
                .collect(Collectors.toMap(Group::getId, Function.identity()));
        for (Groups.Group group : wanted) {
            Group existing = known.remove(group.id());
            saveIfChanged(existing == null ? identities.newGroup(group.id()) : existing, group);
            syncMembers(group);
        }
        known.keySet().forEach(this::remove);
    }

    private void saveIfChanged(Group existing, Groups.Group group) {
        if (!group.name().equals(existing.getName()) || !group.type().equals(existing.getType())) {
            existing.setName(group.name());
            existing.setType(group.type());
            identities.saveGroup(existing);
        }
    }

    private void syncMembers(Groups.Group group) {
        Set<String> present = identities.createUserQuery().memberOfGroup(group.id()).unlimitedList().stream()
                .map(User::getId)
                .collect(Collectors.toSet());
        List<String> joined = group.members().stream()
                .filter(member -> !present.remove(member))
                .toList();
        joined.forEach(member -> identities.createMembership(member, group.id()));
        present.forEach(gone -> identities.deleteMembership(gone, group.id()));
        note(group, joined, present);
    }

    /** Of the groups that give rights: everybody is in some of the others. */
    private void note(Groups.Group group, List<String> joined, Collection<String> gone) {
        if (group.givesRights() && !(joined.isEmpty() && gone.isEmpty())) {
            audit.record(
                    AuditKind.PERMISSIONS_CHANGED,
                    null,
                    "group " + group.name() + named("; joined: ", joined) + named("; left: ", gone));
        }
    }

    private static String named(String label, Collection<String> persons) {
        return persons.isEmpty() ? "" : label + String.join(", ", persons);
    }

    private void remove(String groupId) {
        identities.deleteGroup(groupId);
        permits.withdraw(query -> query.groupIdIn(groupId));
    }
}
