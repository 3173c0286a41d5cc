package org.postmortemflow.sla;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.sla.domain.Holidays;

/** Public holidays of a country and region. */
final class PublicHolidays implements Holidays {

    private final HolidayManager holidays;
    private final String[] region;

    /**
     * @param country ISO 3166-1 alpha-2, lower case
     * @throws IllegalArgumentException when country or region is not known: an unknown region would silently count as none
     */
    PublicHolidays(String country, @Nullable String region) {
        if (HolidayManager.getSupportedCalendarCodes().stream().noneMatch(country::equalsIgnoreCase)) {
            throw new IllegalArgumentException("No public holidays are known for the country " + country);
        }
        this.holidays = HolidayManager.getInstance(ManagerParameters.create(country));
        CalendarHierarchy hierarchy = holidays.getCalendarHierarchy();
        if (region != null && !hierarchy.getChildren().containsKey(region)) {
            throw new IllegalArgumentException("No region %s in %s; there are %s"
                    .formatted(region, country, hierarchy.getChildren().keySet()));
        }
        this.region = region == null ? new String[0] : new String[] {region};
    }

    @Override
    public @Nullable String nameOf(LocalDate day) {
        return holidays.getHolidays(day, day, HolidayType.PUBLIC_HOLIDAY, region).stream()
                .sorted()
                .findFirst()
                .map(PublicHolidays::name)
                .orElse(null);
    }

    private static String name(Holiday holiday) {
        return holiday.getDescription(Locale.ENGLISH);
    }
}
