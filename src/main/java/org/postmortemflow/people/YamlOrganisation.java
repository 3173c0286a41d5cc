package org.postmortemflow.people;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.people.OrganisationFile.PersonEntry;
import org.postmortemflow.people.OrganisationFile.ServiceEntry;
import org.postmortemflow.people.OrganisationFile.TeamEntry;
import org.postmortemflow.shared.PersonId;

/** The organisation from a file that {@link OrganisationCheck} found nothing wrong with. */
final class YamlOrganisation implements Organisation {

    private static final LocalTime START = LocalTime.of(9, 0);
    private static final LocalTime END = LocalTime.of(17, 0);

    private final OrganisationFile file;
    private final Map<PersonId, Person> persons;
    private final Map<String, Team> teams;
    private final Map<String, WorkRules> rules;
    private final Map<LocalDate, String> holidays;
    private final List<Service> services;
    private final Map<Pool, List<Person>> pools = new EnumMap<>(Pool.class);
    private final Map<PersonId, String> passwords;
    private final ZoneId zone;
    private final Map<PersonId, ZoneId> zones;
    private final Map<PersonId, URI> calendars;
    private final Set<PersonId> administrators;
    private final @Nullable RoleGrants grants;

    /**
     * @param passwords more encoded passwords, which win over those in the file
     * @param grants roles besides those in the file; null for none
     */
    YamlOrganisation(OrganisationFile file, Map<PersonId, String> passwords, @Nullable RoleGrants grants) {
        this.file = file;
        this.grants = grants;
        zone = ZoneId.of(required(file.zone()));
        persons = byKey(file.persons().stream().map(YamlOrganisation::person).toList(), Person::id);
        teams = byKey(file.teams().stream().map(YamlOrganisation::team).toList(), Team::id);
        rules = file.teams().stream().collect(Collectors.toMap(team -> required(team.id()), this::rulesOf));
        holidays = file.holidays().stream()
                .collect(Collectors.toMap(day -> LocalDate.parse(required(day.date())), day -> required(day.name())));
        services = file.services().stream().map(YamlOrganisation::service).toList();
        for (Pool pool : Pool.values()) {
            pools.put(
                    pool,
                    ids(file.pools().get(pool.key())).stream()
                            .map(persons::get)
                            .filter(Objects::nonNull)
                            .toList());
        }
        this.passwords = file.persons().stream()
                .filter(entry -> entry.password() != null)
                .collect(Collectors.toMap(entry -> id(entry.id()), PersonEntry::password));
        this.passwords.putAll(passwords);
        zones = file.persons().stream()
                .filter(entry -> entry.zone() != null)
                .collect(Collectors.toMap(entry -> id(entry.id()), entry -> ZoneId.of(required(entry.zone()))));
        calendars = file.persons().stream()
                .filter(entry -> entry.calendar() != null)
                .collect(Collectors.toMap(entry -> id(entry.id()), entry -> URI.create(required(entry.calendar()))));
        administrators = Set.copyOf(ids(file.administrators()));
    }

    @Override
    public String name() {
        return required(file.name());
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public ZoneId zoneOf(PersonId person) {
        return zones.getOrDefault(person, zone());
    }

    @Override
    public Optional<URI> calendarOf(PersonId person) {
        return Optional.ofNullable(calendars.get(person));
    }

    @Override
    public String country() {
        return lower(required(file.country()));
    }

    @Override
    public @Nullable String region() {
        return file.region() == null ? null : lower(file.region());
    }

    @Override
    public LocalTime workdayStart() {
        return file.workingHours() == null
                ? START
                : LocalTime.parse(required(file.workingHours().start()));
    }

    @Override
    public LocalTime workdayEnd() {
        return file.workingHours() == null
                ? END
                : LocalTime.parse(required(file.workingHours().end()));
    }

    @Override
    public Set<DayOfWeek> weekend() {
        return file.weekend().isEmpty() ? Organisation.super.weekend() : OrganisationCheck.days(file.weekend());
    }

    @Override
    public Map<LocalDate, String> companyHolidays() {
        return holidays;
    }

    @Override
    public WorkRules workRules(@Nullable String teamId) {
        WorkRules own = teamId == null ? null : rules.get(teamId);
        return own == null ? Organisation.super.workRules(null) : own;
    }

    /** A team in another country has that country's regions, not the organisation's. */
    private WorkRules rulesOf(TeamEntry team) {
        String region = team.region() != null || team.country() != null ? team.region() : file.region();
        return new WorkRules(
                team.zone() == null ? zone() : ZoneId.of(team.zone()),
                team.country() == null ? country() : lower(team.country()),
                region == null ? null : lower(region),
                team.weekend().isEmpty() ? weekend() : OrganisationCheck.days(team.weekend()),
                team.meetingRule());
    }

    @Override
    public List<String> internalAddresses() {
        return file.internalAddresses();
    }

    @Override
    public Collection<Person> persons() {
        return persons.values();
    }

    @Override
    public Optional<Person> person(PersonId id) {
        return Optional.ofNullable(persons.get(id));
    }

    @Override
    public Optional<Person> personByEmail(String email) {
        return first(persons.values(), person -> person.email().equalsIgnoreCase(email.strip()));
    }

    @Override
    public Optional<Person> personByPagerDutyId(String pagerDutyId) {
        return first(persons.values(), person -> pagerDutyId.equals(person.pagerDutyId()));
    }

    @Override
    public Collection<Team> teams() {
        return teams.values();
    }

    @Override
    public Optional<Team> team(String id) {
        return Optional.ofNullable(teams.get(id));
    }

    @Override
    public List<Team> teamsOf(PersonId person) {
        return teams.values().stream()
                .filter(team -> team.members().contains(person))
                .toList();
    }

    @Override
    public Collection<Service> services() {
        return services;
    }

    @Override
    public Optional<Service> service(String idOrName) {
        return first(services, service -> service.id().equals(idOrName))
                .or(() -> first(services, service -> idOrName.equals(service.pagerDutyId())))
                .or(() -> first(services, service -> service.name().equalsIgnoreCase(idOrName.strip())));
    }

    @Override
    public List<Person> pool(Pool pool) {
        List<Person> named = pools.getOrDefault(pool, List.of());
        if (grants == null) {
            return named;
        }
        Stream<Person> granted =
                grants.of(pool.key()).stream().map(persons::get).filter(Objects::nonNull);
        return Stream.concat(named.stream(), granted).distinct().toList();
    }

    @Override
    public boolean isAdministrator(PersonId person) {
        return administrators.contains(person)
                || grants != null && persons.containsKey(person) && grants.has(person, RoleGrants.ADMINISTRATORS);
    }

    @Override
    public Optional<String> encodedPassword(PersonId person) {
        return Optional.ofNullable(passwords.get(person));
    }

    private static Person person(PersonEntry entry) {
        return new Person(id(entry.id()), required(entry.name()), required(entry.email()), entry.pagerDutyId());
    }

    private static Team team(TeamEntry entry) {
        return new Team(
                required(entry.id()),
                required(entry.name()),
                ids(entry.members()),
                idOrNull(entry.engineeringManager()),
                idOrNull(entry.productManager()),
                idOrNull(entry.director()));
    }

    private static Service service(ServiceEntry entry) {
        return new Service(
                required(entry.id()),
                required(entry.name()),
                required(entry.team()),
                idOrNull(entry.owner()),
                entry.pagerDutyId());
    }

    private static List<PersonId> ids(@Nullable List<String> ids) {
        return ids == null ? List.of() : ids.stream().map(PersonId::new).toList();
    }

    private static PersonId id(@Nullable String id) {
        return new PersonId(required(id));
    }

    private static @Nullable PersonId idOrNull(@Nullable String id) {
        return id == null ? null : new PersonId(id);
    }

    private static <K, V> Map<K, V> byKey(List<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toMap(key, value -> value, (one, other) -> one, LinkedHashMap::new));
    }

    private static <T> Optional<T> first(Collection<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).findFirst();
    }

    private static String required(@Nullable String text) {
        return Objects.requireNonNull(text);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
