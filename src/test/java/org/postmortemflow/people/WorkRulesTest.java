package org.postmortemflow.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where and when people work, as the organisation file says it. */
class WorkRulesTest {

    private static final Set<DayOfWeek> USUAL = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    @Test
    void aTeamHasWhatItSaysAndOtherwiseWhatTheOrganisationHas() {
        Organisation spread = TeamsElsewhere.read("");

        assertThat(spread.workRules("tokyo"))
                .isEqualTo(new WorkRules(ZoneId.of("Asia/Tokyo"), "jp", null, USUAL, "five-business-days"));
        assertThat(spread.workRules("dubai").weekend()).containsExactlyInAnyOrder(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);
        assertThat(spread.workRules("web"))
                .isEqualTo(spread.workRules(null))
                .isEqualTo(new WorkRules(ZoneId.of("Europe/Berlin"), "de", null, USUAL, null));
        assertThat(spread.companyHolidays()).containsEntry(LocalDate.of(2026, 12, 24), "Company day");
    }

    @Test
    void aTeamInAnotherCountryDoesNotHaveTheOrganisationsRegion() {
        Organisation bavarian = SmallOrganisation.read(
                SmallOrganisation.YAML
                        .replace("country: pt", "country: de\nregion: by")
                        .replace("members: [jo.o_sousa@small]}", "country: at}"),
                "");

        assertThat(bavarian.workRules(null).region()).isEqualTo("by");
        assertThat(bavarian.workRules("web").region()).isNull();
    }

    @Test
    void whatCannotBeMeantIsSaidAllAtOnce() {
        String wrong = SmallOrganisation.YAML
                .replace(
                        "administrators",
                        "weekend: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]\n"
                                + "workingHours: {start: \"17:00\", end: \"09:00\"}\n"
                                + "holidays: [{date: 24 Dec, name: Eve}, {date: 2026-01-02}]\n"
                                + "administrators")
                .replace(
                        "members: [jo.o_sousa@small]}",
                        "zone: Mars/Base, country: xyz, weekend: [caturday], meetingRule: soon}");

        assertThatThrownBy(() -> SmallOrganisation.read(wrong, ""))
                .hasMessageContaining("there must be a day on which people work")
                .hasMessageContaining("24 Dec")
                .hasMessageContaining("holiday 'null'")
                .hasMessageContaining("Mars/Base")
                .hasMessageContaining("xyz")
                .hasMessageContaining("caturday")
                .hasMessageContaining("'soon'");
        assertThatThrownBy(() -> SmallOrganisation.read(
                        SmallOrganisation.YAML.replace(
                                "administrators", "workingHours: {start: \"17:00\", end: \"09:00\"}\nadministrators"),
                        ""))
                .hasMessageContaining("the end is not after the start");
    }
}
