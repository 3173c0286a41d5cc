package org.postmortemflow.archive.export;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.postmortemflow.archive.export.ExportedPostmortem.Action;
import org.postmortemflow.archive.export.ExportedPostmortem.Attendee;
import org.postmortemflow.archive.export.ExportedPostmortem.Figure;
import org.postmortemflow.archive.export.ExportedPostmortem.Image;
import org.postmortemflow.archive.export.ExportedPostmortem.Incident;
import org.postmortemflow.archive.export.ExportedPostmortem.Meeting;
import org.postmortemflow.archive.export.ExportedPostmortem.Message;
import org.postmortemflow.archive.export.ExportedPostmortem.Person;
import org.postmortemflow.archive.export.ExportedPostmortem.Responder;
import org.postmortemflow.archive.export.ExportedPostmortem.Review;
import org.postmortemflow.archive.export.ExportedPostmortem.Row;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.postmortemflow.timeline.TimelineKind;

/** A postmortem in which every text tries to break out of its place. */
final class Samples {

    static final String HOSTILE = "<script>alert('x')</script> | \\| \"quoted\" & {{x}} ${7*7} [[${7*7}]] # ## --- ";
    static final Instant START = Instant.parse("2026-06-10T12:05:07Z");

    private static final PostmortemId ID = new PostmortemId(UUID.fromString("0b9d2b0e-7a53-4a6e-9c53-0d7c7d6f1a11"));

    private Samples() {}

    static String imageAddress() {
        return "/postmortems/" + ID + "/attachments/7d444840-9dc0-11d1-b245-5ffdce74fad2";
    }

    static ExportedPostmortem hostile() {
        return of(sections(), rows(3), Map.of());
    }

    static ExportedPostmortem withRows(int count) {
        return of(sections(), rows(count), Map.of());
    }

    static ExportedPostmortem saying(String overview) {
        return of(Map.of(SectionName.OVERVIEW, overview), rows(1), Map.of());
    }

    static ExportedPostmortem withImage(Image image) {
        return of(
                Map.of(
                        SectionName.EVIDENCE,
                        "![a graph](" + imageAddress() + ") and ![](https://elsewhere.test/x.png)"),
                rows(1),
                Map.of(imageAddress(), image));
    }

    static Map<SectionName, String> sections() {
        Map<SectionName, String> sections = new EnumMap<>(SectionName.class);
        for (SectionName name : SectionName.values()) {
            sections.put(name, "Text of " + name.key() + ". " + HOSTILE);
        }
        sections.put(SectionName.CUSTOMERS_AFFECTED, "1200");
        sections.put(SectionName.OVERVIEW, "Ελληνικά, Кириллица, Łódź.\n\n- one\n- two | three\n\nSeverity: Sev-4");
        sections.put(
                SectionName.WHAT_HAPPENED,
                "### Timeline\n\n12:00 something\n\n**Impact:** none\n\n### Action items\n\n- x");
        sections.put(SectionName.EVIDENCE, "```\nselect 1\n## no heading\n```");
        return sections;
    }

    static List<Row> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Row(
                        START.plusSeconds(61L * i),
                        TimelineKind.values()[i % TimelineKind.values().length],
                        "Row " + i + " | " + HOSTILE.strip() + "\nsecond line <br> with \\<br> and \\\nthird",
                        "https://graphs.test/d?a=1|2",
                        i == 0 ? Severity.SEV_1 : i == 2 ? Severity.SEV_3 : null,
                        i == 0 ? Boolean.TRUE : i == 1 ? Boolean.FALSE : null))
                .toList();
    }

    private static ExportedPostmortem of(Map<SectionName, String> sections, List<Row> rows, Map<String, Image> images) {
        Person ada = new Person(new PersonId("ada"), "Ada " + HOSTILE.strip());
        Person zoe = new Person(null, "Ζωή Ковальчук");
        return new ExportedPostmortem(
                ID,
                "https://house.test/postmortems/" + ID,
                "Checkout: " + HOSTILE.strip(),
                Status.CLOSED,
                Severity.SEV_1,
                ZoneId.of("Europe/Berlin"),
                new Incident("api", "X|1", START, START.plusSeconds(60), START.plusSeconds(7200), "a\nb", null),
                List.of("Checkout API", "Pay|ments"),
                START.plusSeconds(8000),
                START.plusSeconds(900_000),
                null,
                ada,
                ada,
                List.of(new Responder(ResponderRole.INCIDENT_COMMANDER, ada), new Responder(ResponderRole.SCRIBE, zoe)),
                new Meeting(
                        START.plusSeconds(100_000),
                        START.plusSeconds(103_600),
                        false,
                        START.plusSeconds(103_600),
                        null,
                        List.of(
                                new Attendee(ada, true, "owner of the postmortem", true),
                                new Attendee(zoe, false, "scribe", false))),
                sections,
                rows,
                2,
                List.of(
                        new Figure("toDetect", "Time to detect", Duration.ofMinutes(5), "from a to b"),
                        new Figure("toResolve", "Time to resolve", null, "no row tells 'Resolved' yet")),
                List.of(new Action(
                        "Add an alert | " + HOSTILE.strip(),
                        FollowUp.Kind.DETECTION,
                        "Payments",
                        "P0",
                        zoe,
                        START.plusSeconds(1_000_000),
                        List.of("sev1", "sev1_20260610"),
                        FollowUp.State.IN_PROGRESS,
                        FollowUp.Decision.AGREED,
                        "",
                        "Pool",
                        "because\n| of | this |",
                        "FU-12")),
                "",
                new Message(
                        "In short " + HOSTILE, "```\nnever closed", "<!-- never closed", true, "status.test", START),
                List.of(new Review(
                        1, zoe, START.plusSeconds(90_000), true, List.of("It is well written"), "fine | ok")),
                images);
    }
}
