package org.postmortemflow.privacy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.audit.AuditKind;
import org.postmortemflow.audit.AuditLog;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.people.PersonRecords;
import org.postmortemflow.people.Pseudonym;
import org.postmortemflow.privacy.domain.Replacing;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes somebody who has left nameless: in every table of every room, and of the engine, a pseudonym takes the place of their id,
 * name and addresses. What they did stays, so that the record, and the figures, stay true. For administrators.
 */
@Component
public class ErasePerson {

    private static final Logger LOG = LoggerFactory.getLogger(ErasePerson.class);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 300;
    private static final int MOST = 20;

    private final List<PersonRecords> rooms;
    private final ErasureRecords erasures;
    private final Organisation organisation;
    private final AuditLog audit;
    private final Clock clock;

    ErasePerson(
            List<PersonRecords> rooms,
            ErasureRecords erasures,
            Organisation organisation,
            AuditLog audit,
            Clock clock) {
        this.rooms = rooms;
        this.erasures = erasures;
        this.organisation = organisation;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What an erasure would change; changes nothing.
     *
     * @param also other names and addresses, one on each line
     * @throws Refused unless an administrator asks; for field {@code person} or {@code also} when it cannot be one
     */
    @Transactional(readOnly = true)
    public ErasurePlan plan(String person, @Nullable String also, PersonId by) {
        requireAdministrator(by);
        return plan(sought(person, also));
    }

    /**
     * Does it, all or nothing. A second time finds nothing and changes nothing.
     *
     * @return what stands for the person from now on; empty when nothing spoke of them
     * @throws Refused as for {@link #plan}, and while the person still has something in hand, for field {@code person}
     */
    @Transactional
    public Optional<Pseudonym> erase(String person, @Nullable String also, PersonId by) {
        requireAdministrator(by);
        Sought sought = sought(person, also);
        ErasurePlan plan = plan(sought);
        if (!plan.holds().isEmpty()) {
            throw new Refused("person", String.join(" ", plan.holds()));
        }
        if (plan.total() == 0) {
            return Optional.empty();
        }
        Pseudonym pseudonym = erasures.next(by, clock.instant());
        Replacing replacing = sought.by(pseudonym);
        rooms.forEach(room -> room.forget(sought.id(), sought.addresses()));
        long changed = rooms.stream()
                .flatMap(room -> room.tables().stream())
                .mapToLong(table -> erasures.replace(table, replacing))
                .sum();
        rooms.forEach(room -> room.replaced(pseudonym));
        erasures.finished(pseudonym, changed);
        audit.record(AuditKind.ERASED, by, pseudonym.id() + " stands for them");
        LOG.info("A person was made nameless: {} stands for them in {} values", pseudonym.id(), changed);
        return Optional.of(pseudonym);
    }

    /** Earlier ones, the newest first. @throws Refused unless an administrator asks */
    public List<ErasureRecords.Erasure> earlier(PersonId by) {
        requireAdministrator(by);
        return erasures.all();
    }

    private ErasurePlan plan(Sought sought) {
        Replacing replacing = sought.by(new Pseudonym(0));
        Map<String, Long> counts = new LinkedHashMap<>();
        for (PersonRecords room : rooms) {
            long found = room.tables().stream()
                    .mapToLong(table -> erasures.count(table, replacing))
                    .sum();
            if (found > 0) {
                counts.merge(room.room(), found, Long::sum);
            }
        }
        List<String> holds = new ArrayList<>();
        if (organisation.person(sought.id()).isPresent()) {
            holds.add("They are still in the organisation file: take them out of it, and start again.");
        }
        rooms.forEach(room -> holds.addAll(room.holds(sought.id())));
        return new ErasurePlan(sought.id(), sought.names(), sought.addresses(), holds, counts);
    }

    private Sought sought(String typed, @Nullable String also) {
        String person = typed.strip();
        List<String> lines = Arrays.stream((also == null ? "" : also).split("\\R"))
                .map(line -> line.strip().replace('\0', ' '))
                .filter(line -> !line.isEmpty())
                .toList();
        new Problems()
                .when(!ID.matcher(person).matches(), "person", "Please give the id that the organisation file had.")
                .when(lines.size() > MOST, "also", "Please give 20 names and addresses at most.")
                .when(
                        lines.stream().anyMatch(line -> line.length() < SHORTEST || line.length() > LONGEST),
                        "also",
                        "Please give names and addresses of 3 to 300 characters: shorter ones stand inside other words.")
                .refuseIfAny();
        PersonId id = new PersonId(person);
        Stream<String> ofFile = organisation.person(id).stream().flatMap(one -> Stream.of(one.name(), one.email()));
        // a first name alone may be somebody else's
        Stream<String> ofRooms = rooms.stream()
                .flatMap(room -> room.knownAs(id).stream())
                .map(String::strip)
                .filter(one -> one.contains(" ") || one.contains("@"));
        Set<String> all = Stream.of(ofFile, ofRooms, lines.stream())
                .flatMap(some -> some)
                .filter(one -> !isSomebodyElses(one, id))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<Boolean, Set<String>> byKind = all.stream()
                .collect(Collectors.partitioningBy(ErasePerson::isAddress, Collectors.toCollection(TreeSet::new)));
        return new Sought(id, byKind.getOrDefault(false, Set.of()), byKind.getOrDefault(true, Set.of()));
    }

    private static boolean isAddress(String text) {
        return text.contains("@") && !text.contains(" ");
    }

    /** Two may have the same name, and a team the same address. */
    private boolean isSomebodyElses(String nameOrAddress, PersonId id) {
        return organisation.persons().stream()
                .filter(person -> !person.id().equals(id))
                .flatMap((Person person) -> Stream.of(person.name(), person.email()))
                .anyMatch(nameOrAddress::equalsIgnoreCase);
    }

    private void requireAdministrator(PersonId by) {
        if (!organisation.isAdministrator(by)) {
            throw new Refused("This is for an administrator.");
        }
    }

    private record Sought(PersonId id, Set<String> names, Set<String> addresses) {

        Replacing by(Pseudonym pseudonym) {
            Replacing.Words words = new Replacing.Words(pseudonym.id().value(), pseudonym.name(), pseudonym.address());
            return new Replacing(id.value(), names, addresses, words);
        }
    }
}
