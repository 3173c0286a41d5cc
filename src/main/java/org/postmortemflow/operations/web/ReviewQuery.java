package org.postmortemflow.operations.web;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.postmortemflow.dashboard.FactFilter;
import org.postmortemflow.dashboard.FilterQuery;
import org.postmortemflow.operations.domain.Period;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** What the address of a review asks for: the usual filter, and {@code by=month} or {@code by=quarter}. */
@Component
class ReviewQuery {

    private static final int USUAL_MONTHS = 12;

    private final Organisation organisation;
    private final Clock clock;

    ReviewQuery(Organisation organisation, Clock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    /** @param filter with both months */
    record Asked(FactFilter filter, Period period) {

        /** Another address that asks for the same. */
        String address(String path) {
            UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
            FilterQuery.write(filter)
                    .forEach((name, values) -> values.forEach(value -> address.queryParam(name, value)));
            return address.queryParam("by", period.key()).encode().build().toUriString();
        }
    }

    /** @throws Refused with a message beside each parameter that cannot be read */
    Asked read(MultiValueMap<String, String> typed) {
        FactFilter filter = FilterQuery.read(typed, usual().filter());
        String by = typed.getOrDefault("by", List.of()).stream()
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse(Period.MONTH.key());
        return new Asked(
                filter, Period.ofKey(by).orElseThrow(() -> new Refused("by", "Please ask for month or quarter.")));
    }

    /** The last twelve months with the present one, of everybody. */
    Asked usual() {
        YearMonth now = YearMonth.from(clock.instant().atZone(organisation.zone()));
        return new Asked(FactFilter.ALL.within(now.minusMonths(USUAL_MONTHS - 1), now), Period.MONTH);
    }
}
