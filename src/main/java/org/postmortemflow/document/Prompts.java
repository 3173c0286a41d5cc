package org.postmortemflow.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** What stands beside the editor of each section (R18, R19, R27): {@code prompts.yaml}, read once. Pages ask for {@code @prompts}. */
@Component
public class Prompts {

    private static final String SOURCE = "prompts.yaml";

    private final Map<String, Aid> aids;

    Prompts() throws IOException {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (InputStream source = new ClassPathResource(SOURCE).getInputStream()) {
            aids = yaml.readValue(source, Source.class).aids();
        }
    }

    public Aid of(SectionName section) {
        return of(section.key());
    }

    /** @param key of a section, or {@code timeline}, {@code followUps}, {@code externalMessage} */
    public Aid of(String key) {
        Aid aid = aids.get(key);
        if (aid == null) {
            throw new NoSuchElementException("No prompts for " + key);
        }
        return aid;
    }

    /**
     * What helps to write one section; every list may be empty.
     *
     * @param ask what belongs there, as questions
     * @param classQuestions of which class the trouble is (R18)
     * @param groups prompts for those who were there (R18)
     * @param biases what clouds the view, and what helps (R19)
     */
    public record Aid(
            List<String> ask,
            List<String> classQuestions,
            List<Group> groups,
            List<Bias> biases,
            List<String> dos,
            List<String> donts) {}

    /** Questions of one kind, for example about cues. */
    public record Group(String label, List<String> questions) {}

    /** @param sign how it shows in a text. @param instead what to write */
    public record Bias(String label, String sign, String instead) {}

    /** The file as it is written. */
    record Source(
            List<String> classQuestions,
            Map<String, Group> groups,
            Map<String, Bias> biases,
            List<String> dos,
            List<String> donts,
            Map<String, Section> sections) {

        Map<String, Aid> aids() {
            return sections.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, one -> aid(one.getValue())));
        }

        private Aid aid(Section section) {
            return new Aid(
                    section.ask(),
                    section.classQuestions() ? classQuestions : List.of(),
                    named(section.groups(), groups),
                    named(section.biases(), biases),
                    section.lists() ? dos : List.of(),
                    section.lists() ? donts : List.of());
        }

        private static <T> List<T> named(@Nullable List<String> keys, Map<String, T> all) {
            return keys == null
                    ? List.of()
                    : keys.stream().map(key -> existing(key, all)).toList();
        }

        private static <T> T existing(String key, Map<String, T> all) {
            T found = all.get(key);
            if (found == null) {
                throw new IllegalStateException(SOURCE + " names '" + key + "', which is not there");
            }
            return found;
        }
    }

    /** @param lists whether the do and don't lists stand beside it */
    record Section(
            List<String> ask,
            boolean classQuestions,
            @Nullable List<String> groups,
            @Nullable List<String> biases,
            boolean lists) {}
}
