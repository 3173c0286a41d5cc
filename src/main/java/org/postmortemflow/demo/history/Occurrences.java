package org.postmortemflow.demo.history;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Service;
import org.postmortemflow.shared.Severity;

/** When incidents happen: more in the weeks before Christmas, fewer in August, most on working days, Sev-1 seldom. */
final class Occurrences {

    /** From January; 1 is an ordinary month. */
    private static final double[] SEASON = {1.1, 0.9, 0.95, 0.9, 1, 0.95, 0.85, 0.65, 1, 1.1, 1.5, 1.4};

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Organisation organisation;
    private final List<Plot> plots = Plot.all();

    Occurrences(Organisation organisation) {
        this.organisation = organisation;
    }

    /**
     * Those of the last months before the month of an instant, and of that month up to it, oldest first.
     *
     * @param perMonth in an ordinary month
     */
    List<Occurrence> before(Instant now, int months, int perMonth) {
        YearMonth last = YearMonth.from(now.atZone(organisation.zone()));
        List<Occurrence> all = new ArrayList<>();
        for (int back = months; back >= 0; back--) {
            YearMonth month = last.minusMonths(back);
            long count = Math.round(perMonth * SEASON[month.getMonthValue() - 1]);
            for (int i = 0; i < count; i++) {
                Occurrence one = one(month, i, 1 - (double) back / Math.max(1, months));
                if (one.resolved().isBefore(now)) {
                    all.add(one);
                }
            }
        }
        all.sort((one, other) -> one.resolved().compareTo(other.resolved()));
        return all;
    }

    private Occurrence one(YearMonth month, int number, double maturity) {
        String key = "demo-%s-%02d".formatted(month, number + 1);
        Chance chance = new Chance(key.hashCode());
        Plot plot = chance.pick(plots);
        Severity severity = severity(chance);
        Instant started = moment(month, chance);
        Instant detected = started.plus(
                plot.seen() == Plot.SeenBy.MONITORING
                        ? chance.between(Duration.ofMinutes(1), Duration.ofMinutes(14))
                        : chance.between(Duration.ofMinutes(9), Duration.ofMinutes(150)));
        Duration longest = Duration.ofMinutes(severity.isMajor() ? 260 : 420);
        Instant mitigated = detected.plus(chance.between(Duration.ofMinutes(12), longest));
        Instant resolved = mitigated.plus(chance.between(Duration.ofMinutes(4), Duration.ofMinutes(95)));
        boolean customers = plot.customers() != null && (severity.isMajor() || chance.of(0.3));
        return new Occurrence(
                key,
                plot,
                chance.pick(plot.titles()),
                services(plot, chance),
                severity,
                customers,
                started,
                detected,
                mitigated,
                resolved,
                maturity);
    }

    private static Severity severity(Chance chance) {
        int of100 = chance.below(100);
        return of100 < 11 ? Severity.SEV_1 : of100 < 62 ? Severity.SEV_2 : of100 < 88 ? Severity.SEV_3 : Severity.SEV_4;
    }

    private Instant moment(YearMonth month, Chance chance) {
        LocalDate day = month.atDay(1 + chance.below(month.lengthOfMonth()));
        if (WEEKEND.contains(day.getDayOfWeek()) && chance.of(0.6)) {
            day = month.atDay(1 + chance.below(month.lengthOfMonth()));
        }
        int hour = chance.of(0.7) ? 8 + chance.below(12) : chance.below(24);
        return LocalDateTime.of(day, LocalTime.of(hour, chance.below(60)))
                .atZone(organisation.zone())
                .toInstant();
    }

    /** An organisation that does not have them has the trouble elsewhere. */
    private List<String> services(Plot plot, Chance chance) {
        boolean known = plot.services().stream()
                .allMatch(service -> organisation.service(service).isPresent());
        int hit = plot.services().size() > 1 && chance.of(0.4)
                ? 1
                : plot.services().size();
        List<String> names = known
                ? plot.services()
                : chance.some(
                        organisation.services().stream().map(Service::id).toList(),
                        plot.services().size());
        return names.subList(0, hit);
    }
}
