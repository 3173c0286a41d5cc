package org.postmortemflow.people;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;

/**
 * The organisation as its file describes it: who there is, who runs what, when people work. While running only roles change, where
 * {@link RoleGrants} add to the file.
 */
public interface Organisation {

    String name();

    /** The zone in which deadlines are counted. */
    ZoneId zone();

    /** The zone in which a person reads: their own when the file names one, else the organisation's. */
    default ZoneId zoneOf(PersonId person) {
        return zone();
    }

    /** Where a CalDAV server keeps the person's own calendar, an address of the web; empty when the file does not say. */
    default Optional<URI> calendarOf(PersonId person) {
        return Optional.empty();
    }

    /** ISO 3166-1 alpha-2, lower case, for example {@code de}; decides the public holidays. */
    String country();

    /** Region within the country as jollyday names it, for example {@code by}; null for national holidays only. */
    @Nullable
    String region();

    /** Working hours of a business day, local time, for proposals. */
    LocalTime workdayStart();

    LocalTime workdayEnd();

    /** The days of each week on which nobody works. */
    default Set<DayOfWeek> weekend() {
        return Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    /** Whole days, with their names, on which nobody works besides weekends and public holidays; all teams have them. */
    default Map<LocalDate, String> companyHolidays() {
        return Map.of();
    }

    /** Where and how a team works: its own entries, else the organisation's; null or an unknown team is the organisation. */
    default WorkRules workRules(@Nullable String teamId) {
        return new WorkRules(zone(), country(), region(), weekend(), null);
    }

    /** Where internal mails go besides the people concerned (R24), for example a list of all engineers. */
    List<String> internalAddresses();

    Collection<Person> persons();

    Optional<Person> person(PersonId id);

    /** Case does not matter. */
    Optional<Person> personByEmail(String email);

    Optional<Person> personByPagerDutyId(String pagerDutyId);

    Collection<Team> teams();

    Optional<Team> team(String id);

    /** The teams that a person is a member of. */
    List<Team> teamsOf(PersonId person);

    Collection<Service> services();

    /** By our id, by name (case does not matter) or by PagerDuty id. */
    Optional<Service> service(String idOrName);

    /** Members in the order of the file, then those whom {@link RoleGrants} add. */
    List<Person> pool(Pool pool);

    /** Whether the person may administer: deploy, mend failures, see everything. */
    boolean isAdministrator(PersonId person);

    /** The encoded password (Spring's {@code {bcrypt}...} form), or empty when the person cannot sign in with one. */
    Optional<String> encodedPassword(PersonId person);
}
