package org.postmortemflow.incident;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.people.Pool;
import org.postmortemflow.people.Service;
import org.postmortemflow.people.Team;
import org.postmortemflow.shared.PersonId;

/** One person and one service in Berlin. */
final class SmallOrganisation implements Organisation {

    static final Person ADA = new Person(new PersonId("ada"), "Ada Example", "ada@example.com", "PADA001");
    static final Service GATEWAY = new Service("gateway", "Payment gateway", "payments", null, "PSVC001");

    @Override
    public String name() {
        return "Small";
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Europe/Berlin");
    }

    @Override
    public String country() {
        return "de";
    }

    @Override
    public @Nullable String region() {
        return null;
    }

    @Override
    public LocalTime workdayStart() {
        return LocalTime.of(9, 0);
    }

    @Override
    public LocalTime workdayEnd() {
        return LocalTime.of(17, 0);
    }

    @Override
    public List<String> internalAddresses() {
        return List.of();
    }

    @Override
    public Collection<Person> persons() {
        return List.of(ADA);
    }

    @Override
    public Optional<Person> person(PersonId id) {
        return Optional.of(ADA).filter(person -> person.id().equals(id));
    }

    @Override
    public Optional<Person> personByEmail(String email) {
        return Optional.of(ADA).filter(person -> person.email().equalsIgnoreCase(email));
    }

    @Override
    public Optional<Person> personByPagerDutyId(String pagerDutyId) {
        return Optional.of(ADA).filter(person -> pagerDutyId.equals(person.pagerDutyId()));
    }

    @Override
    public Collection<Team> teams() {
        return List.of();
    }

    @Override
    public Optional<Team> team(String id) {
        return Optional.empty();
    }

    @Override
    public List<Team> teamsOf(PersonId person) {
        return List.of();
    }

    @Override
    public Collection<Service> services() {
        return List.of(GATEWAY);
    }

    @Override
    public Optional<Service> service(String idOrName) {
        return List.of("gateway", "Payment gateway", "PSVC001").contains(idOrName)
                ? Optional.of(GATEWAY)
                : Optional.empty();
    }

    @Override
    public List<Person> pool(Pool pool) {
        return List.of();
    }

    @Override
    public boolean isAdministrator(PersonId person) {
        return false;
    }

    @Override
    public Optional<String> encodedPassword(PersonId person) {
        return Optional.empty();
    }
}
