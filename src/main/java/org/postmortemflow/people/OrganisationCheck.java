package org.postmortemflow.people;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.people.OrganisationFile.HolidayEntry;
import org.postmortemflow.people.OrganisationFile.PersonEntry;
import org.postmortemflow.people.OrganisationFile.ServiceEntry;
import org.postmortemflow.people.OrganisationFile.TeamEntry;

/** Says all that is wrong with an organisation file at once, in words that name the line to mend. */
final class OrganisationCheck {

    /** Also what the engine's identity service takes; its columns hold 64 characters, groups of teams have a prefix. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,57}");

    private static final int LONGEST_NAME = 100;
    private static final String ZONE = "a time zone such as Europe/Berlin";

    private final OrganisationFile file;
    private final Set<String> persons;
    private final Set<String> teams;
    private final List<String> problems = new ArrayList<>();

    private OrganisationCheck(OrganisationFile file) {
        this.file = file;
        this.persons = file.persons().stream()
                .map(PersonEntry::id)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        this.teams = file.teams().stream()
                .map(TeamEntry::id)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Empty when the file can be used. */
    static List<String> problemsOf(OrganisationFile file) {
        OrganisationCheck check = new OrganisationCheck(file);
        check.organisation();
        check.persons();
        check.teams();
        check.services();
        check.pools();
        return List.copyOf(check.problems);
    }

    private void organisation() {
        name("name", file.name());
        readable("zone", file.zone(), ZONE, ZoneId::of);
        country("country", file.country());
        weekend("weekend", file.weekend());
        if (file.workingHours() != null) {
            readable("workingHours.start", file.workingHours().start(), "a time such as \"09:00\"", LocalTime::parse);
            readable("workingHours.end", file.workingHours().end(), "a time such as \"17:00\"", LocalTime::parse);
        }
        if (problems.isEmpty() && file.workingHours() != null) {
            LocalTime start =
                    LocalTime.parse(Objects.requireNonNull(file.workingHours().start()));
            if (!start.isBefore(
                    LocalTime.parse(Objects.requireNonNull(file.workingHours().end())))) {
                say("workingHours", "the end is not after the start");
            }
        }
        for (HolidayEntry holiday : file.holidays()) {
            String where = "holiday '%s'".formatted(holiday.name());
            name(where, holiday.name());
            readable(where, holiday.date(), "a date such as 2026-12-24", LocalDate::parse);
        }
        unique("holidays", "date", file.holidays(), HolidayEntry::date, date -> date);
        file.internalAddresses().forEach(address -> email("internalAddresses", address));
        references("administrators", file.administrators());
        if (file.administrators().isEmpty()) {
            say("administrators", "name at least one person");
        }
    }

    private void persons() {
        if (file.persons().isEmpty()) {
            say("persons", "there are none");
        }
        for (PersonEntry person : file.persons()) {
            String where = "person '%s'".formatted(person.id());
            id(where, person.id());
            name(where, person.name());
            email(where, person.email());
            if (person.zone() != null) {
                readable(where + ", zone", person.zone(), ZONE, ZoneId::of);
            }
            if (person.calendar() != null && !isWebAddress(person.calendar())) {
                say(where, "the calendar must be an address such as https://calendar.example.com/ada/meetings/");
            }
            if (person.password() != null && !PasswordRules.isEncodedWell(person.password())) {
                say(where, "the password must be encoded, as the command encode-password does it: {bcrypt}$2a$...");
            }
        }
        unique("persons", "id", file.persons(), PersonEntry::id, OrganisationCheck::lower);
        unique("persons", "email", file.persons(), PersonEntry::email, OrganisationCheck::lower);
        unique("persons", "pagerDutyId", file.persons(), PersonEntry::pagerDutyId, id -> id);
    }

    private void teams() {
        for (TeamEntry team : file.teams()) {
            String where = "team '%s'".formatted(team.id());
            id(where, team.id());
            name(where, team.name());
            references(where + ", members", team.members());
            reference(where + ", engineeringManager", team.engineeringManager());
            reference(where + ", productManager", team.productManager());
            reference(where + ", director", team.director());
            if (team.zone() != null) {
                readable(where + ", zone", team.zone(), ZONE, ZoneId::of);
            }
            if (team.country() != null) {
                country(where + ", country", team.country());
            }
            weekend(where + ", weekend", team.weekend());
            if (team.meetingRule() != null && !WorkRules.MEETING_RULES.contains(team.meetingRule())) {
                say(where, "the meetingRule is by-severity or five-business-days, not '%s'", team.meetingRule());
            }
        }
        unique("teams", "id", file.teams(), TeamEntry::id, OrganisationCheck::lower);
    }

    private void services() {
        for (ServiceEntry service : file.services()) {
            String where = "service '%s'".formatted(service.id());
            id(where, service.id());
            name(where, service.name());
            reference(where + ", owner", service.owner());
            if (service.team() == null || !teams.contains(service.team())) {
                say(where, "there is no team '%s'", service.team());
            }
        }
        unique("services", "id", file.services(), ServiceEntry::id, OrganisationCheck::lower);
        unique("services", "name", file.services(), ServiceEntry::name, OrganisationCheck::lower);
        unique("services", "pagerDutyId", file.services(), ServiceEntry::pagerDutyId, id -> id);
    }

    private void pools() {
        List<String> known = Stream.of(Pool.values()).map(Pool::key).toList();
        file.pools().forEach((pool, members) -> {
            if (!known.contains(pool)) {
                say("pools", "'%s' is none of %s", pool, String.join(", ", known));
            }
            references("pool '%s'".formatted(pool), members == null ? List.of() : members);
        });
    }

    private void country(String where, @Nullable String country) {
        if (country == null || !Set.of(Locale.getISOCountries()).contains(country.toUpperCase(Locale.ROOT))) {
            say(where, "'%s' is not a country's two letters, such as de", country);
        }
    }

    /** At least one day of the week is worked on: otherwise no deadline would ever come. */
    private void weekend(String where, List<String> typed) {
        try {
            if (days(typed).size() == DayOfWeek.values().length) {
                say(where, "there must be a day on which people work");
            }
        } catch (IllegalArgumentException unknown) {
            say(where, "'%s' are not days such as friday, saturday", String.join(", ", typed));
        }
    }

    /** @throws IllegalArgumentException when one is no day of the week */
    static Set<DayOfWeek> days(List<String> typed) {
        return typed.stream()
                .map(day -> DayOfWeek.valueOf(day.strip().toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private void id(String where, @Nullable String id) {
        if (id == null || !ID.matcher(id).matches()) {
            say(where, "an id has 1 to 58 letters, digits, '-', '.', '_' or '@' and starts with a letter or digit");
        }
    }

    private void name(String where, @Nullable String name) {
        if (name == null
                || name.isBlank()
                || name.length() > LONGEST_NAME
                || name.chars().anyMatch(Character::isISOControl)) {
            say(where, "a name is one line of 1 to %d characters", LONGEST_NAME);
        }
    }

    private void email(String where, @Nullable String address) {
        try {
            if (address == null || !address.contains("@") || new InternetAddress(address, true).getPersonal() != null) {
                throw new AddressException();
            }
        } catch (AddressException e) {
            say(where, "'%s' is not an e-mail address", address);
        }
    }

    private static boolean isWebAddress(String text) {
        try {
            URI address = new URI(text);
            return String.valueOf(address.getScheme()).matches("https?")
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    private void readable(String where, @Nullable String text, String example, Function<String, ?> reader) {
        try {
            reader.apply(text == null ? "" : text);
        } catch (DateTimeException e) {
            say(where, "'%s' is not %s", text, example);
        }
    }

    private void references(String where, List<String> ids) {
        ids.forEach(id -> reference(where, id));
        if (new HashSet<>(ids).size() < ids.size()) {
            say(where, "somebody is named twice");
        }
    }

    private void reference(String where, @Nullable String id) {
        if (id != null && !persons.contains(id)) {
            say(where, "there is no person '%s'", id);
        }
    }

    private <T> void unique(
            String where,
            String what,
            List<T> entries,
            Function<T, @Nullable String> value,
            UnaryOperator<String> comparable) {
        Set<String> seen = new HashSet<>();
        for (T entry : entries) {
            String text = value.apply(entry);
            if (text != null && !seen.add(comparable.apply(text))) {
                say(where, "the %s '%s' is there twice", what, text);
            }
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private void say(String where, String message, @Nullable Object... arguments) {
        String filled = arguments.length == 0 ? message : message.formatted(Arrays.copyOf(arguments, arguments.length));
        problems.add(where + ": " + filled);
    }
}
