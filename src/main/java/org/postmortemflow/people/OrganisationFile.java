package org.postmortemflow.people;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The organisation file as it is written, before it is checked: anything may be missing. */
record OrganisationFile(
        @Nullable String name,
        @Nullable String zone,
        @Nullable String country,
        @Nullable String region,
        @Nullable Hours workingHours,
        List<String> weekend,
        List<HolidayEntry> holidays,
        List<String> internalAddresses,
        List<String> administrators,
        List<PersonEntry> persons,
        List<TeamEntry> teams,
        List<ServiceEntry> services,
        Map<String, List<String>> pools) {

    OrganisationFile {
        weekend = orEmpty(weekend);
        holidays = orEmpty(holidays);
        internalAddresses = orEmpty(internalAddresses);
        administrators = orEmpty(administrators);
        persons = orEmpty(persons);
        teams = orEmpty(teams);
        services = orEmpty(services);
        pools = pools == null ? Map.of() : pools;
    }

    record Hours(@Nullable String start, @Nullable String end) {}

    record HolidayEntry(@Nullable String date, @Nullable String name) {}

    record PersonEntry(
            @Nullable String id,
            @Nullable String name,
            @Nullable String email,
            @Nullable String pagerDutyId,
            @Nullable String password,
            @Nullable String zone,
            @Nullable String calendar) {}

    record TeamEntry(
            @Nullable String id,
            @Nullable String name,
            List<String> members,
            @Nullable String engineeringManager,
            @Nullable String productManager,
            @Nullable String director,
            @Nullable String zone,
            @Nullable String country,
            @Nullable String region,
            List<String> weekend,
            @Nullable String meetingRule) {

        TeamEntry {
            members = orEmpty(members);
            weekend = orEmpty(weekend);
        }
    }

    record ServiceEntry(
            @Nullable String id,
            @Nullable String name,
            @Nullable String team,
            @Nullable String owner,
            @Nullable String pagerDutyId) {}

    /** What the file leaves out arrives as null, and an empty line in a list as a null in it. */
    private static <T> List<T> orEmpty(@Nullable List<@Nullable T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
