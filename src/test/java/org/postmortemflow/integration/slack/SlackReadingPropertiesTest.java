package org.postmortemflow.integration.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.postmortemflow.shared.Refused;
import org.postmortemflow.timeline.FoundEvent;
import org.postmortemflow.timeline.FoundEvents;

/** Whatever is in an export: either it is refused in our own words, or every line that somebody wrote is there. */
class SlackReadingPropertiesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final SlackExport export = new SlackExport(Zips.SETTINGS);

    @Property
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        readOrRefused(bytes);
        byte[] zip = new byte[bytes.length + 4];
        zip[0] = 'P';
        zip[1] = 'K';
        zip[2] = 3;
        zip[3] = 4;
        System.arraycopy(bytes, 0, zip, 4, bytes.length);
        readOrRefused(zip);
    }

    @Property
    void anyNameIsReadOrRefused(@ForAll String name, @ForAll byte[] content) {
        if (!name.isEmpty() && name.getBytes(StandardCharsets.UTF_8).length < 60_000 && !isLone(name)) {
            try {
                readOrRefused(Zips.with(name, content));
            } catch (IllegalArgumentException | java.io.UncheckedIOException noNameForAZip) {
                // the JDK refuses to make such a zip in the first place
            }
        }
    }

    @Property
    void anyJsonIsReadOrRefused(@ForAll("json") Object value) throws JsonProcessingException {
        String text = JSON.writeValueAsString(value);
        for (String file : List.of("ops/2026-06-10.json", "users.json", "channels.json", "dms.json")) {
            readOrRefused(Zips.with(file, "[" + text + "]"));
            readOrRefused(Zips.with(file, text));
        }
    }

    @Property
    void noLineOfTextIsLost(@ForAll("lines") List<String> lines) throws JsonProcessingException {
        String text = String.join("\n", lines);

        FoundEvents found = read(List.of(text));

        if (text.isBlank()) {
            assertThat(found.events()).isEmpty();
        } else {
            assertThat(found.events()).extracting(FoundEvent::text).containsExactly(text);
        }
    }

    @Property
    void noMessageIsLost(@ForAll("messages") List<String> texts) throws JsonProcessingException {
        assertThat(read(texts).events()).extracting(FoundEvent::text).containsExactlyInAnyOrderElementsOf(texts);
    }

    @Property
    void markupOfAnyShapeKeepsWhatStandsAroundIt(@ForAll("markup") List<String> pieces) throws JsonProcessingException {
        String text = "before " + String.join(" ", pieces) + " after";

        assertThat(read(List.of(text)).events())
                .singleElement()
                .satisfies(
                        event -> assertThat(event.text()).startsWith("before ").endsWith(" after"));
    }

    /** What people type, as Slack writes it down: entities instead of angle brackets, no codes of emoji. */
    @Provide
    Arbitrary<List<String>> lines() {
        return Arbitraries.strings()
                .excludeChars('<', '>', '&', ':', '\n', '\r')
                .filter(line -> !isLone(line))
                .list()
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<List<String>> messages() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(40)
                .list()
                .ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<String>> markup() {
        return Arbitraries.of(
                        "<@U1>",
                        "<@>",
                        "<@U1|x>",
                        "<#C1>",
                        "<#|>",
                        "<!>",
                        "<!here>",
                        "<!subteam^>",
                        "<!date^1^x^y|z>",
                        "<|>",
                        "<>",
                        "<<>>",
                        "<http://a|b|c>",
                        "<mailto:>",
                        "<javascript:alert(1)>",
                        ":fire:",
                        "::",
                        ":fire::fire:",
                        ":+1::skin-tone-6:",
                        "`",
                        "```",
                        "`:fire:`",
                        "&amp;lt;",
                        "$1",
                        "\\",
                        "<@U1")
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<Object> json() {
        return json(3);
    }

    /** Objects with the names that exports use, and values that they do not. */
    private static Arbitrary<Object> json(int deep) {
        Arbitrary<Object> plain = Arbitraries.oneOf(
                Arbitraries.strings()
                        .ofMaxLength(12)
                        .filter(text -> !isLone(text))
                        .map(value -> (Object) value),
                Arbitraries.of(
                                "1781081400.000100",
                                "message_changed",
                                "message_deleted",
                                "bot_message",
                                "U1",
                                "",
                                "1e9")
                        .map(value -> (Object) value),
                Arbitraries.longs().map(value -> (Object) value),
                Arbitraries.doubles().map(value -> (Object) value),
                Arbitraries.of(true, false).map(value -> (Object) value));
        if (deep == 0) {
            return plain;
        }
        Arbitrary<String> names = Arbitraries.of(
                "ts",
                "thread_ts",
                "text",
                "user",
                "subtype",
                "id",
                "name",
                "members",
                "profile",
                "real_name",
                "files",
                "attachments",
                "blocks",
                "reactions",
                "message",
                "original",
                "deleted_ts",
                "hidden",
                "bot_profile",
                "fields",
                "permalink",
                "title",
                "email",
                "is_bot");
        Arbitrary<Object> inner = json(deep - 1);
        Arbitrary<Object> object = Combinators.combine(
                        names.list().ofMaxSize(6), inner.list().ofSize(6))
                .as((keys, values) -> {
                    Map<String, Object> map = new LinkedHashMap<>();
                    for (int i = 0; i < keys.size(); i++) {
                        map.put(keys.get(i), values.get(i));
                    }
                    return map;
                });
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(2, plain),
                net.jqwik.api.Tuple.of(4, object),
                net.jqwik.api.Tuple.of(1, inner.list().ofMaxSize(3).map(list -> (Object) list)));
    }

    private FoundEvents read(List<String> texts) throws JsonProcessingException {
        List<Map<String, Object>> messages = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            messages.add(Map.of("user", "U1", "text", texts.get(i), "ts", "17810814%02d.000100".formatted(i)));
        }
        return export.read(Zips.uploaded(Zips.with("ops/2026-06-10.json", JSON.writeValueAsBytes(messages))));
    }

    private void readOrRefused(byte[] bytes) {
        try {
            export.read(Zips.uploaded(bytes));
        } catch (Refused inOurWords) {
            assertThat(inOurWords.problems()).containsOnlyKeys("file");
            assertThat(inOurWords).hasMessageNotContaining(SlackExport.UNEXPECTED);
        }
    }

    /** Half of a character of two: UTF-8 cannot say it. */
    private static boolean isLone(String text) {
        return !StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
