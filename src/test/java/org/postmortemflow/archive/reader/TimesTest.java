package org.postmortemflow.archive.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.archive.reader.ReadPostmortem.Row;
import org.postmortemflow.archive.reader.ReadPostmortem.Warning;

/** Times as people write them; the organisation is in Berlin. */
class TimesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            14:51 UTC restart                          | 2021-03-31T14:51:00Z     | restart
            2:51 PM PT restart                         | 2021-03-31T21:51:00Z     | restart
            2:51pm PDT - restart                       | 2021-03-31T21:51:00Z     | restart
            14:51:07.123Z restart                      | 2021-03-31T14:51:07.123Z | restart
            2021-03-31 09:30 CEST restart              | 2021-03-31T07:30:00Z     | restart
            2021-03-31T09:30:00+02:00 restart          | 2021-03-31T07:30:00Z     | restart
            2021-03-31 09:30 +0530 restart             | 2021-03-31T04:00:00Z     | restart
            09.30 UTC: restart                         | 2021-03-31T09:30:00Z     | restart
            1430 UTC restart                           | 2021-03-31T14:30:00Z     | restart
            14h51 UTC restart                          | 2021-03-31T14:51:00Z     | restart
            **14:51 UTC:** restart                     | 2021-03-31T14:51:00Z     | restart
            **14:51 UTC** – restart                    | 2021-03-31T14:51:00Z     | restart
            **14:51 UTC restart**                      | 2021-03-31T14:51:00Z     | restart
            `14:51` (UTC) restart                      | 2021-03-31T14:51:00Z     | restart
            [14:51 UTC] restart                        | 2021-03-31T14:51:00Z     | restart
            (14:51 UTC) restart                        | 2021-03-31T14:51:00Z     | restart
            14:51 (UTC) - restart                      | 2021-03-31T14:51:00Z     | restart
            14:51 UTC+2 restart                        | 2021-03-31T12:51:00Z     | restart
            14:51 GMT-03:00 restart                    | 2021-03-31T17:51:00Z     | restart
            14:51 Europe/Athens restart                | 2021-03-31T11:51:00Z     | restart
            14:51 Pacific Time restart                 | 2021-03-31T21:51:00Z     | restart
            14:51 UTC - 78 percent failed              | 2021-03-31T14:51:00Z     | 78 percent failed
            1 April 2021, 09:30 UTC restart            | 2021-04-01T09:30:00Z     | restart
            April 1st, 2021 9:30 AM UTC restart        | 2021-04-01T09:30:00Z     | restart
            Thu, 1 Apr 2021 09:30 UTC restart          | 2021-04-01T09:30:00Z     | restart
            Apr 1 09:30 UTC restart                    | 2021-04-01T09:30:00Z     | restart
            01.04.2021 09:30 UTC restart               | 2021-04-01T09:30:00Z     | restart
            2021/04/01 09:30 UTC restart               | 2021-04-01T09:30:00Z     | restart
            04/25/2021 9:30am UTC restart              | 2021-04-25T09:30:00Z     | restart
            25/04/2021 09:30 UTC restart               | 2021-04-25T09:30:00Z     | restart
            1617183107 restart                         | 2021-03-31T09:31:47Z     | restart
            09:30 UTC on 1 April 2021 restart          | 2021-04-01T09:30:00Z     | restart
            2021-03-31 24:00 UTC restart               | 2021-04-01T00:00:00Z     | restart
            12:05 AM UTC restart                       | 2021-03-31T00:05:00Z     | restart
            12 PM UTC restart                          | 2021-03-31T12:00:00Z     | restart
            14:51 restart                              | 2021-03-31T12:51:00Z     | restart
            10:00-10:15 UTC restart                    | 2021-03-31T10:00:00Z     | (10:00-10:15 UTC) restart
            10:00 UTC - 10:15 UTC restart              | 2021-03-31T10:00:00Z     | (10:00 UTC - 10:15 UTC) restart
            ~10:00 UTC restart                         | 2021-03-31T10:00:00Z     | (~ 10:00 UTC) restart
            """)
    void aTimeIsReadHoweverItIsWritten(String line, String at, String event) {
        ReadPostmortem read = timeline("2021-03-31", "- " + line);

        assertThat(read.timeline()).singleElement().satisfies(row -> {
            assertThat(row.at()).isEqualTo(at);
            assertThat(row.event()).isEqualTo(event);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.14 upgrade began",
                "10.12.5.36 refused connections",
                "3 pods died",
                "99:99 is no time",
                "5 minutes later it was over",
                "may need work",
                "2 of 3 nodes",
                "16-20 hosts restarted"
            })
    void whatIsNoTimeIsText(String line) {
        assertThat(timeline("2021-03-31", "- 10:00 UTC first", "- " + line).timeline())
                .hasSize(1);
    }

    @Test
    void timesGoOverMidnightAndOverTheYear() {
        ReadPostmortem read = timeline("2021-12-31", "- Dec 31 23:50 UTC a", "- 00:10 b", "- Jan 1 09:00 c");

        assertThat(read.timeline())
                .extracting(row -> row.at().toString())
                .containsExactly("2021-12-31T23:50:00Z", "2022-01-01T00:10:00Z", "2022-01-01T09:00:00Z");
    }

    @Test
    void theHourThatComesTwiceIsReadInOrder() {
        ReadPostmortem read = timeline("2021-10-31", "All times in Europe/Berlin.", "", "- 02:50 a", "- 02:10 b");

        assertThat(read.timeline())
                .extracting(row -> row.at().toString())
                .containsExactly("2021-10-31T00:50:00Z", "2021-10-31T01:10:00Z");
        assertThat(messages(read)).anyMatch(message -> message.contains("comes twice"));
    }

    @Test
    void anHourThatDoesNotExistIsPointedOut() {
        assertThat(messages(timeline("2021-03-28", "- 02:30 Europe/Berlin a")))
                .anyMatch(message -> message.contains("does not exist"));
    }

    @ParameterizedTest
    @CsvSource({"CST, -06:00", "IST, +05:30", "PST, -08:00", "CET, +01:00"})
    void aDoubtfulZoneIsGuessedAndPointedOut(String zone, String offset) {
        ReadPostmortem read = timeline("2021-07-01", "- 12:00 " + zone + " a");

        assertThat(read.timeline().get(0).at())
                .isEqualTo(java.time.OffsetDateTime.parse("2021-07-01T12:00:00" + offset)
                        .toInstant());
        assertThat(messages(read)).anyMatch(message -> message.startsWith(zone));
    }

    @Test
    void withoutAnyZoneTheOrganisationsIsTakenAndSaid() {
        assertThat(messages(timeline("2021-07-01", "- 12:00 a")))
                .containsOnlyOnce("No time zone is named: times were read in the organisation's, Europe/Berlin.");
        assertThat(messages(timeline("2021-07-01", "- 12:00 UTC a", "- 12:01 b")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "All times in PST",
                "all times are PST.",
                "*(times are in PST)*",
                "Time zone: PST",
                "Timestamps in PST"
            })
    void aCaptionNamesTheZone(String caption) {
        assertThat(timeline("2021-01-05", caption, "", "- 12:00 a").timeline())
                .extracting(Row::at)
                .containsExactly(java.time.Instant.parse("2021-01-05T20:00:00Z"));
    }

    @Test
    void aHeadingOrAColumnNamesTheZone() {
        assertThat(read("# T 2021-01-05\n\n## Timeline (EST)\n\n- 12:00 a\n")
                        .timeline()
                        .get(0)
                        .at())
                .isEqualTo("2021-01-05T17:00:00Z");
        assertThat(read("# T 2021-01-05\n\n## Timeline\n\n| Time (CET) | What |\n|--|--|\n| 12.00 | a |\n")
                        .timeline()
                        .get(0)
                        .at())
                .isEqualTo("2021-01-05T11:00:00Z");
        assertThat(
                        read("# T\n\n## Timeline\n\n| Date | UTC | What |\n|--|--|--|\n| 5 Jan 2021 | 1200 | a |\n| | 1201 | b |\n")
                                .timeline())
                .extracting(row -> row.at().toString())
                .containsExactly("2021-01-05T12:00:00Z", "2021-01-05T12:01:00Z");
    }

    @Test
    void withoutAnyDayRowsStayText() {
        ReadPostmortem read = read("# T\n\n## Timeline\n\n- 12:00 UTC a lot happened\n");

        assertThat(read.timeline()).isEmpty();
        assertThat(read.sections().values()).anyMatch(text -> text.contains("12:00 UTC a lot happened"));
        assertThat(messages(read)).anyMatch(message -> message.contains("not told anywhere"));
    }

    private static ReadPostmortem timeline(String day, String... lines) {
        return read("# Outage\n\nDate: " + day + "\n\n## Timeline\n\n" + String.join("\n", lines) + "\n");
    }

    private static ReadPostmortem read(String text) {
        return PostmortemReader.read(text, "", ZoneId.of("Europe/Berlin"));
    }

    private static List<String> messages(ReadPostmortem read) {
        return read.warnings().stream().map(Warning::message).toList();
    }
}
