package org.postmortemflow.meeting.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.postmortemflow.meeting.InvitesRejected;
import org.postmortemflow.meeting.calendar.Invite.Invitee;
import org.postmortemflow.meeting.calendar.Invite.Method;

/** Whatever titles, names and addresses hold, an invite has the lines that we wrote and no others. */
class InviteTextPropertiesTest {

    private static final int LONGEST_LINE = 75;

    /** What one reader or another takes for the end of a line. */
    private static final String ANY_END = "\r\n|[\r\n\u000b\u000c\u001c-\u001e\u0085\u2028\u2029]";

    private static final List<String> EXPECTED = names(written("x", "x", Method.REQUEST));

    @Property
    void noTitleAndNoNameAddsALine(@ForAll("hostile") String title, @ForAll("hostile") String name) {
        assertThat(names(written(title, name, Method.REQUEST))).isEqualTo(EXPECTED);
    }

    @Property
    void everyLineIsShortAndWhole(@ForAll("hostile") String title, @ForAll("hostile") String name) {
        for (String line : written(title, name, Method.REQUEST).split("\r\n")) {
            byte[] octets = line.getBytes(StandardCharsets.UTF_8);
            assertThat(octets).hasSizeLessThanOrEqualTo(LONGEST_LINE);
            assertThat(line).doesNotContainPattern("[\\x00-\\x08\\x0a-\\x1f\\x7f]");
        }
    }

    @Property
    void anotherReaderReadsTheTitleThatWasGivenWithoutItsControls(@ForAll("hostile") String title) {
        VEvent event = Biweekly.parse(written(title, "Ada", Method.REQUEST))
                .first()
                .getEvents()
                .get(0);

        String kept = title.replaceAll("[\\p{Cc}\\u2028\\u2029&&[^\n\t]]", "");
        assertThat(event.getSummary().getValue().replaceAll("\\R", "\n")).isEqualTo(kept);
        assertThat(event.getAttendees())
                .singleElement()
                .satisfies(one -> assertThat(one.getEmail()).isEqualTo("ada@demo.example"));
    }

    @Property
    void anAddressIsTakenWithoutAddingALineOrNotAtAll(@ForAll("addresses") String email) {
        try {
            String text = InviteWriter.write(
                    Invites.about(Method.REQUEST, "x", null, List.of(new Invitee(email, "x", true, null))));
            assertThat(names(text)).isEqualTo(EXPECTED);
            assertThat(Biweekly.parse(text).first().getEvents().get(0).getAttendees())
                    .hasSize(1);
        } catch (InvitesRejected itIsNone) {
            assertThat(email).isNotEqualTo("ada@demo.example");
        }
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> bits = Arbitraries.of(
                "ATTENDEE:mailto:evil@example.com",
                "\r\n",
                "\n",
                "\r",
                "\u0000",
                "\u0085",
                "\u2028",
                "\u001c",
                "\\n",
                "\\",
                ";",
                ":",
                ",",
                "\"",
                "^n",
                "^'",
                "END:VEVENT",
                "BEGIN:VALARM",
                " ",
                "\t",
                "ü",
                "🧯",
                "日本",
                "%0d%0a",
                "\uFEFF",
                "x");
        return bits.list().ofMaxSize(40).map(all -> "x" + String.join("", all) + "x");
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> bits = Arbitraries.of(
                "ada",
                "@",
                "demo.example",
                ".",
                "\r\n",
                "\n",
                "?cc=",
                "%0a",
                "\"",
                ";",
                ":",
                ",",
                "<",
                ">",
                " ",
                "ü",
                "{",
                "^",
                "+",
                "\u0000",
                "ATTENDEE:mailto:b@c");
        return Arbitraries.oneOf(
                bits.list().ofMaxSize(8).map(all -> String.join("", all)),
                bits.list().ofMaxSize(4).map(all -> "a" + String.join("", all) + "@demo.example"));
    }

    private static String written(String title, String name, Method method) {
        return InviteWriter.write(Invites.about(method, title, null, List.of(Invites.ada(name))));
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.replace("\r\n ", "").split(ANY_END))
                .map(line -> line.startsWith("BEGIN:") || line.startsWith("END:") ? line : line.split("[;:]", 2)[0])
                .toList();
    }
}
