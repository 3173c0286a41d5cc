package org.postmortemflow.process.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;

/** The organisation's groups and who is in them. */
final class GroupSync {

    private final IdentityService identities;
    private final Permits permits;

    GroupSync(IdentityService identities, Permits permits) {
        this.identities = identities;
        this.permits = permits;
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
        for (String member : group.members()) {
            if (!present.remove(member)) {
                identities.createMembership(member, group.id());
            }
        }
        present.forEach(gone -> identities.deleteMembership(gone, group.id()));
    }

    private void remove(String groupId) {
        identities.deleteGroup(groupId);
        permits.withdraw(query -> query.groupIdIn(groupId));
    }
}
