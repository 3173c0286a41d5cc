package org.postmortemflow.dashboard.web;

import java.time.Clock;
import java.time.YearMonth;
import org.postmortemflow.dashboard.FactFilter;
import org.postmortemflow.dashboard.FilterQuery;
import org.postmortemflow.people.Organisation;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** The filter of the process picture: what is usual, and how it stands in an address. */
@Component
class PictureFilter {

    private static final int USUAL_MONTHS = 3;

    private final Organisation organisation;
    private final Clock clock;

    PictureFilter(Organisation organisation, Clock clock) {
        this.organisation = organisation;
        this.clock = clock;
    }

    /** @throws org.postmortemflow.shared.Refused with a message beside each parameter that cannot be read */
    FactFilter read(MultiValueMap<String, String> typed) {
        return FilterQuery.read(typed, usual());
    }

    /** The last three months with the present one, of everybody. */
    FactFilter usual() {
        YearMonth now = YearMonth.from(clock.instant().atZone(organisation.zone()));
        return FactFilter.ALL.within(now.minusMonths(USUAL_MONTHS - 1), now);
    }

    /** A path with the filter behind it. */
    static String address(String path, FactFilter filter) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        FilterQuery.write(filter).forEach((name, values) -> values.forEach(value -> address.queryParam(name, value)));
        return address.encode().build().toUriString();
    }
}
