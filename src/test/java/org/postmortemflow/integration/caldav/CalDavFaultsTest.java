package org.postmortemflow.integration.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.postmortemflow.integration.caldav.ScriptedCalDav.text;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.calendar.CalendarPublisher.Entry;
import org.postmortemflow.calendar.CalendarPublisher.Outcome;
import org.postmortemflow.calendar.CalendarPublisher.Outcome.Kind;
import org.postmortemflow.calendar.CalendarPublisher.Stored;

/** Whatever a calendar server answers, or does not: one entry, the newest sequence, and no harm to anything else. */
class CalDavFaultsTest {

    private static final String PATH = ScriptedCalDav.COLLECTION + "m.ics";
    private static final Entry ENTRY =
            new Entry("m.ics", "m@postmortem-flow", 2, text("m@postmortem-flow", 2, "Title"));
    private static final Stored KNOWN = new Stored(PATH, "\"one\"");

    private final ScriptedCalDav server = new ScriptedCalDav();
    private final CalDavPublisher publisher = server.publisher(Duration.ofSeconds(20));

    CalDavFaultsTest() throws IOException {}

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aFirstEntryIsOnlyMadeAndALaterOneOnlyReplaced() {
        server.says(201, "\"one\"", "").says(204, "\"two\"", "");

        Outcome made = publisher.put(ENTRY, null);
        Outcome replaced = publisher.put(ENTRY, made.stored());

        assertThat(made).isEqualTo(Outcome.done(KNOWN));
        assertThat(replaced.stored()).isEqualTo(new Stored(PATH, "\"two\""));
        assertThat(server.asked())
                .containsExactly("PUT " + PATH + " If-None-Match *", "PUT " + PATH + " If-Match \"one\"");
    }

    /** The answer to the first attempt was lost after the server had kept the entry. */
    @Test
    void anEntryThatArrivedUnansweredIsNotWrittenTwice() {
        server.says(412).says(200, "\"one\"", ENTRY.text());

        assertThat(publisher.put(ENTRY, null)).isEqualTo(Outcome.done(KNOWN));
        assertThat(server.asked()).containsExactly("PUT " + PATH + " If-None-Match *", "GET " + PATH);
    }

    @Test
    void anOlderStateThatIsFoundIsReplacedAsItWasFound() {
        server.says(412).says(200, "\"old\"", text(ENTRY.uid(), 1, "Title")).says(204, "\"new\"", "");

        assertThat(publisher.put(ENTRY, KNOWN).stored()).isEqualTo(new Stored(PATH, "\"new\""));
        assertThat(server.asked()).last().isEqualTo("PUT " + PATH + " If-Match \"old\"");
    }

    @Test
    void anotherTitleOfTheSameSequenceIsWrittenAsWell() {
        server.says(412).says(200, "\"old\"", text(ENTRY.uid(), 2, "Other")).says(204, "\"new\"", "");

        assertThat(publisher.put(ENTRY, KNOWN).kind()).isEqualTo(Kind.DONE);
        assertThat(server.asked()).hasSize(3);
    }

    @Test
    void aHigherSequenceThatIsFoundIsLeftAlone() {
        server.says(412).says(200, "\"theirs\"", text(ENTRY.uid(), 3, "Title"));

        assertThat(publisher.put(ENTRY, KNOWN)).isEqualTo(Outcome.done(new Stored(PATH, "\"theirs\"")));
        assertThat(server.asked()).filteredOn(line -> line.startsWith("PUT")).hasSize(1);
    }

    @Test
    void anEntryThatSomebodyDeletedIsMadeAnew() {
        server.says(412).says(404).says(201, "\"again\"", "");

        assertThat(publisher.put(ENTRY, KNOWN).stored()).isEqualTo(new Stored(PATH, "\"again\""));
        assertThat(server.asked()).last().isEqualTo("PUT " + PATH + " If-None-Match *");
    }

    @Test
    void aMeetingThatTheServerHasUnderAnotherNameIsFoundThere() {
        String other = ScriptedCalDav.COLLECTION + "other.ics";
        server.says(409)
                .says(207, "", multiStatus(other))
                .says(200, "\"there\"", text(ENTRY.uid(), 1, "Title"))
                .says(204, "\"new\"", "");

        assertThat(publisher.put(ENTRY, null).stored()).isEqualTo(new Stored(other, "\"new\""));
        assertThat(server.asked()).last().isEqualTo("PUT " + other + " If-Match \"there\"");
    }

    /** Where it was there is nothing any more, and a second one cannot be made. */
    @Test
    void anEntryThatSomebodyRenamedIsFoundUnderItsNewName() {
        String other = ScriptedCalDav.COLLECTION + "other.ics";
        server.says(412)
                .says(404)
                .says(409)
                .says(207, "", multiStatus(other))
                .says(200, "\"there\"", text(ENTRY.uid(), 1, "Title"))
                .says(204, "\"new\"", "");

        assertThat(publisher.put(ENTRY, KNOWN).stored()).isEqualTo(new Stored(other, "\"new\""));
        assertThat(server.asked()).last().isEqualTo("PUT " + other + " If-Match \"there\"");
    }

    @Test
    void aServerThatNamesWhatItDoesNotHaveIsNotAskedForEver() {
        server.says(412)
                .says(404)
                .says(409)
                .says(207, "", multiStatus(PATH))
                .says(404)
                .says(409);

        assertThat(publisher.put(ENTRY, KNOWN).kind()).isEqualTo(Kind.RETRY);
        assertThat(server.asked()).hasSize(6);
    }

    @Test
    void aCalendarThatDoesNotExistIsToldFromAnEntryThatIsElsewhere() {
        server.says(409).says(404);

        Outcome outcome = publisher.put(ENTRY, null);

        assertThat(outcome.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(outcome.detail()).contains("no calendar at the address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data",
                "/calendars/somebody-else/1.ics",
                "../somebody-else/1.ics",
                "//elsewhere.example/calendars/postmortems/1.ics"
            })
    void nothingOutsideOfTheCalendarIsTouchedWhateverTheServerNames(String href) {
        server.says(409).says(207, "", multiStatus(href));

        assertThat(publisher.put(ENTRY, null).kind()).isEqualTo(Kind.RETRY);
        assertThat(publisher.put(ENTRY, new Stored(href, null)).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(server.asked()).noneMatch(line -> line.contains("meta-data") || line.contains("somebody-else"));
    }

    @Test
    void anAnswerThatDeclaresEntitiesIsNotRead() {
        server.says(409)
                .says(
                        207,
                        "",
                        "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d:href xmlns:d='DAV:'>&x;</d:href>");

        assertThat(publisher.put(ENTRY, null).kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void aForeignEntryUnderOurNameIsNotOverwritten() {
        server.says(412).says(200, "\"theirs\"", text("somebody@elsewhere", 0, "Birthday"));

        assertThat(publisher.put(ENTRY, null).kind()).isEqualTo(Kind.REFUSED);
        assertThat(server.asked()).hasSize(2);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "400, REFUSED", "413, REFUSED", "415, REFUSED", "401, UNREACHABLE", "403, UNREACHABLE", "404, UNREACHABLE",
        "429, UNREACHABLE", "502, UNREACHABLE", "503, UNREACHABLE", "423, RETRY", "500, RETRY", "507, RETRY"
    })
    void eachFailureHasItsMeaning(int status, Kind kind) {
        server.says(status);

        Outcome outcome = publisher.put(ENTRY, null);

        assertThat(outcome.kind()).isEqualTo(kind);
        assertThat(outcome.detail()).contains(String.valueOf(status)).doesNotContain("secret");
        assertThat(outcome.stored()).isNull();
    }

    /** The password goes to the host that was set, and to no other. */
    @Test
    void aRedirectIsNotFollowed() throws IOException {
        try (ScriptedCalDav elsewhere = new ScriptedCalDav()) {
            elsewhere.says(200);
            server.redirects("http://127.0.0.1/elsewhere");

            assertThat(publisher.put(ENTRY, null).kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(server.asked()).hasSize(1);
        }
    }

    /** The first attempt may have arrived. */
    @Test
    void aConnectionThatBreaksIsTriedOnceMoreAtOnce() {
        server.hangsUp().says(412).says(200, "\"one\"", ENTRY.text());

        assertThat(publisher.put(ENTRY, null)).isEqualTo(Outcome.done(KNOWN));
        assertThat(server.asked()).filteredOn(line -> line.startsWith("PUT")).hasSize(2);
    }

    @Test
    void oneThatBreaksAgainIsTriedAnotherTime() {
        server.hangsUp();

        assertThat(publisher.put(ENTRY, null).kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(publisher.remove(ENTRY, KNOWN).kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void aServerThatFallsSilentHoldsNobodyUp() {
        CalDavPublisher hasty = server.publisher(Duration.ofMillis(200));
        server.saysNothing().stopsInTheBody();

        assertThat(hasty.put(ENTRY, null).detail()).contains("within");
        assertThat(hasty.put(ENTRY, null).kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void whatIsRemovedIsGoneAlsoWhenItWasAlready() {
        server.says(204).says(404).says(500);

        assertThat(publisher.remove(ENTRY, KNOWN)).isEqualTo(Outcome.done(null));
        assertThat(publisher.remove(ENTRY, KNOWN)).isEqualTo(Outcome.done(null));
        assertThat(publisher.remove(ENTRY, KNOWN).kind()).isEqualTo(Kind.RETRY);
        assertThat(server.asked()).allMatch(("DELETE " + PATH)::equals);
    }

    @Test
    void onlyAnAddressOfTheWebIsACalendar() {
        assertThatThrownBy(() -> new CalDavServer(new CalDavSettings("file:///etc/", "", "", Duration.ofSeconds(1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new CalDavSettings("https://x/", "flow", "secret", Duration.ofSeconds(1)).toString())
                .doesNotContain("secret");
    }

    private static String multiStatus(String href) {
        return """
            <?xml version="1.0"?>
            <multistatus xmlns="DAV:"><response><href>%s</href><propstat><prop><getetag>"x"</getetag></prop>
            <status>HTTP/1.1 200 OK</status></propstat></response></multistatus>
            """.formatted(href);
    }
}
