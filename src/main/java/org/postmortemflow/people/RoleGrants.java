package org.postmortemflow.people;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postmortemflow.shared.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Roles that persons have besides those in the organisation file, because of a group elsewhere: administrators and the pools. They
 * are kept until that person's next sign-in says otherwise, since mail and tasks need them while nobody is signed in. Other nodes
 * learn of them within half a minute.
 */
@Component
public class RoleGrants {

    /** The role of those who may do everything; the others are the keys of {@link Pool}. */
    public static final String ADMINISTRATORS = "administrators";

    private final RoleGrantRecords records;
    private final ApplicationEventPublisher events;
    private volatile Map<PersonId, Set<String>> all;

    RoleGrants(RoleGrantRecords records, ApplicationEventPublisher events) {
        this.records = records;
        this.events = events;
        this.all = records.all();
    }

    /** All roles that there are. */
    public static Set<String> roles() {
        return Stream.concat(Stream.of(ADMINISTRATORS), Stream.of(Pool.values()).map(Pool::key))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @return whether that changed anything */
    @Transactional
    public boolean replace(PersonId person, Set<String> roles) {
        if (records.all().getOrDefault(person, Set.of()).equals(roles)) {
            return false;
        }
        records.replace(person, roles);
        changed();
        return true;
    }

    /** Nobody has any from now on. */
    @Transactional
    public void clear() {
        if (!records.all().isEmpty()) {
            records.clear();
            changed();
        }
    }

    boolean has(PersonId person, String role) {
        return all.getOrDefault(person, Set.of()).contains(role);
    }

    /** In the order of their ids. */
    List<PersonId> of(String role) {
        return all.entrySet().stream()
                .filter(entry -> entry.getValue().contains(role))
                .map(Map.Entry::getKey)
                .sorted(java.util.Comparator.comparing(PersonId::value))
                .toList();
    }

    @Scheduled(initialDelay = 30, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void read() {
        all = records.all();
    }

    private void changed() {
        read();
        events.publishEvent(new RolesGranted());
    }
}
