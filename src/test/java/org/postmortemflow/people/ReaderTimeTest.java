package org.postmortemflow.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.shared.PersonId;

/** R17: times are kept in UTC and typed in the reader's zone, also in the nights when the clock changes. */
class ReaderTimeTest {

    private final ReaderTime berlin = new ReaderTime(ZoneId.of("Europe/Berlin"));

    @Test
    void aLocalTimeIsReadInTheReadersZone() {
        assertThat(berlin.read("2026-06-10T14:05", "").at()).isEqualTo(Instant.parse("2026-06-10T12:05:00Z"));
        assertThat(berlin.read(" 2026-06-10 14:05:07 ", "").at()).isEqualTo(Instant.parse("2026-06-10T12:05:07Z"));
        assertThat(new ReaderTime(ZoneId.of("Asia/Tokyo"))
                        .read("2026-06-10T14:05", "")
                        .at())
                .isEqualTo(Instant.parse("2026-06-10T05:05:00Z"));
    }

    @Test
    void aTimeWithItsOwnOffsetIsTakenAsSuch() {
        assertThat(berlin.read("2026-06-10T14:05Z", "").at()).isEqualTo(Instant.parse("2026-06-10T14:05:00Z"));
        assertThat(berlin.read("2026-06-10 14:05 +09:00", "").at()).isEqualTo(Instant.parse("2026-06-10T05:05:00Z"));
    }

    @Test
    void aTimeThatTheClockSkippedIsRefusedWithTheReason() {
        ReaderTime.Reading reading = berlin.read("2026-03-29T02:30", "");

        assertThat(reading.at()).isNull();
        assertThat(reading.problem()).contains("did not exist", "from 02:00 to 03:00");
    }

    @Test
    void aTimeThatComesTwiceAsksWhichOne() {
        ReaderTime.Reading reading = berlin.read("2026-10-25T02:30", "");

        assertThat(reading.at()).isNull();
        assertThat(reading.problem()).contains("came twice");
        assertThat(berlin.meanings("2026-10-25T02:30"))
                .extracting(ReaderTime.Meaning::offset)
                .containsExactly("+02:00", "+01:00");
        assertThat(berlin.read("2026-10-25T02:30", "+02:00").at()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(berlin.read("2026-10-25T02:30", "+01:00").at()).isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
        assertThat(berlin.meanings("2026-10-25T03:30")).isEmpty();
        assertThat(berlin.read("2026-10-25T03:30", "+02:00").at()).isEqualTo(Instant.parse("2026-10-25T02:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "noon", "2026-13-40T12:00", "12:00", "2026-06-10", "2026-06-10T14:05+99:00"})
    void whatCannotBeReadIsSaidSo(String typed) {
        assertThat(berlin.read(typed, "").at()).isNull();
        assertThat(berlin.read(typed, "").problem()).contains("2026-06-10 14:05");
    }

    /** Looking for an offset in it once took minutes. */
    @ParameterizedTest
    @ValueSource(strings = {"x ", "T", "  ", "2026-06-10T"})
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aLongTextIsNoTimeAndThatIsSaidAtOnce(String part) {
        String typed = "x" + part.repeat(60_000) + "x";

        assertThat(berlin.read(typed, "").problem()).contains("2026-06-10 14:05");
        assertThat(berlin.meanings(typed)).isEmpty();
        assertThat(new OrganisationTime(DemoOrganisation.read()).parse(typed)).isEmpty();
    }

    @Test
    void whatIsShownInAFormIsReadAsTheSameInstantAllYearInEveryZone() {
        for (String zone : new String[] {"Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe", "UTC"}) {
            ReaderTime time = new ReaderTime(ZoneId.of(zone));
            Instant end = Instant.parse("2027-01-01T00:00:00Z");
            for (Instant at = Instant.parse("2026-01-01T00:00:00Z");
                    at.isBefore(end);
                    at = at.plus(Duration.ofMinutes(15))) {
                assertThat(time.read(time.forInput(at), time.offsetForInput(at)).at())
                        .isEqualTo(at);
            }
        }
    }

    @Test
    void bothTimesAreShownAndUtcHasItsDateWhereThatIsAnother() {
        Instant evening = Instant.parse("2026-06-10T22:30:00Z");

        assertThat(berlin.show(evening)).isEqualTo("Thu 11 Jun 2026 00:30 CEST");
        assertThat(berlin.utc(evening)).isEqualTo("Wed 10 Jun 2026 22:30 UTC");
        assertThat(berlin.utc(Instant.parse("2026-06-10T12:05:09Z"))).isEqualTo("12:05:09 UTC");
        assertThat(new ReaderTime(ZoneId.of("UTC")).differsFromUtc(evening)).isFalse();
    }

    @Test
    void aPersonReadsInTheirOwnZoneOrElseTheOrganisations() {
        ReaderTimes times = new ReaderTimes(DemoOrganisation.read());

        assertThat(times.of(new PersonId("hana")).zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(times.of(new PersonId("ada")).zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(times.of(new PersonId("a stranger")).zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }
}
