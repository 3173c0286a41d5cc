package org.postmortemflow.timeline.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postmortemflow.people.ReaderTime;
import org.postmortemflow.timeline.Items;
import org.postmortemflow.timeline.TimelineItem;
import org.postmortemflow.timeline.TimelineKind;
import org.postmortemflow.timeline.TimelinePicture.Size;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** R17: the picture is well-formed whatever it is made of, says what it shows, and its labels can be read. */
class DrawingTest {

    private static final ReaderTime BERLIN = new ReaderTime(ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @EnumSource(Size.class)
    void theNamedMomentsAndTheBandsAreThereInTheReadersZone(Size size) throws Exception {
        Document picture = parsed(Drawing.of(Items.wholeIncident(), BERLIN, size));

        assertThat(texts(picture, "text"))
                .contains(
                        "13:41 Cause began",
                        "14:05 Detected",
                        "14:15 Sev-1",
                        "15:40 Resolved",
                        "Incident: 1 h 59 min",
                        "Visible to customers: 1 h 7 min",
                        "Response: 1 h 35 min",
                        "Europe/Berlin");
        assertThat(texts(picture, "desc")).singleElement().asString().contains("Cause began", "15:40 CEST");
        assertThat(picture.getDocumentElement().getAttribute("aria-labelledby")).isEqualTo("tl-title tl-desc");
    }

    @ParameterizedTest
    @EnumSource(Size.class)
    void hostileTextStaysText(Size size) throws Exception {
        String hostile =
                "</title><script>alert(1)</script>]]>&\"'<!-- \u0000\u0008\uD800 \uFFFE 😀 " + "😀".repeat(300);
        TimelineItem item = new TimelineItem(
                UUID.randomUUID(), Items.at("12:00"), hostile, TimelineKind.CAUSE_BEGAN, "javascript:alert(1)", false);

        String svg = Drawing.of(List.of(item), BERLIN, size);

        Document picture = parsed(svg);
        assertThat(picture.getElementsByTagName("script").getLength()).isZero();
        assertThat(texts(picture, "title")).anySatisfy(text -> assertThat(text).contains("<script>alert(1)</script>"));
        assertThat(svg).doesNotContain("javascript:", "href", "onload");
    }

    @Test
    void aCauseThatLayDormantForDaysDoesNotSqueezeTheRest() {
        List<TimelineItem> items = new ArrayList<>(Items.wholeIncident());
        items.set(
                0,
                TimelineItem.of(Items.at("11:41").minus(Duration.ofDays(3)), "Merged", TimelineKind.CAUSE_BEGAN, ""));
        Scale scale = Scale.of(items.stream().map(TimelineItem::at).toList(), 0, 900);

        assertThat(scale.x(items.get(1).at())).isLessThan(150);
        assertThat(scale.x(items.get(0).at())).isZero();
        assertThat(scale.x(Items.at("13:40"))).isEqualTo(900);
        assertThat(scale.folded()).isNotNull();
    }

    @Test
    void whateverComesIsDrawnWithinThePictureAndNoLabelCoversAnother() throws Exception {
        Random random = new Random(17);
        for (int turn = 0; turn < 300; turn++) {
            List<TimelineItem> items = IntStream.rangeClosed(0, random.nextInt(30))
                    .mapToObj(number -> new TimelineItem(
                            UUID.randomUUID(),
                            Items.at("12:00").plusSeconds((long) Math.pow(10, random.nextDouble() * 7)),
                            "Event " + number,
                            TimelineKind.values()[random.nextInt(TimelineKind.values().length)],
                            "",
                            false,
                            null,
                            random.nextInt(4) == 0 ? random.nextBoolean() : null))
                    .toList();
            Document picture = parsed(Drawing.of(items, BERLIN, random.nextBoolean() ? Size.WIDE : Size.NARROW));
            double width = Double.parseDouble(picture.getDocumentElement().getAttribute("width"));
            for (Element dot : elements(picture, "circle")) {
                assertThat(Double.parseDouble(dot.getAttribute("cx"))).isBetween(0.0, width);
            }
            assertThat(elements(picture, "text"))
                    .allSatisfy(text -> assertThat(Double.parseDouble(text.getAttribute("x")))
                            .isBetween(0.0, width));
        }
        for (int turn = 0; turn < 500; turn++) {
            List<Labels.Wanted> wanted = IntStream.range(0, random.nextInt(15))
                    .mapToObj(number -> new Labels.Wanted(number, 330 * random.nextDouble(), 80 + random.nextInt(120)))
                    .toList();
            List<Labels.Placed> placed = Labels.place(wanted, 0, 350);
            assertThat(placed).hasSameSizeAs(wanted);
            for (Labels.Placed one : placed) {
                assertThat(placed)
                        .filteredOn(other -> other.number() != one.number() && other.lane() == one.lane())
                        .allSatisfy(other -> assertThat(other.left() >= one.left() + one.width()
                                        || one.left() >= other.left() + other.width())
                                .isTrue());
            }
        }
    }

    @Test
    void ticksAreRoundInTheReadersZoneAlsoWhereItIsHalfAnHourOff() {
        Scale scale = Scale.of(List.of(Items.at("12:00"), Items.at("14:00")), 0, 400);

        assertThat(Ticks.of(scale, ZoneId.of("Asia/Kolkata")))
                .extracting(Ticks.Tick::label)
                .containsExactly("17:30", "18:00", "18:30", "19:00", "19:30");
        assertThat(Ticks.of(scale, ZoneId.of("Asia/Kolkata")).get(0).day()).isEqualTo("10 Jun");
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> texts(Document picture, String name) {
        return elements(picture, name).stream().map(Element::getTextContent).toList();
    }

    private static List<Element> elements(Document picture, String name) {
        return IntStream.range(0, picture.getElementsByTagName(name).getLength())
                .mapToObj(number -> (Element) picture.getElementsByTagName(name).item(number))
                .toList();
    }
}
