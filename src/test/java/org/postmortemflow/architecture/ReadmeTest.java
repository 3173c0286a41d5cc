package org.postmortemflow.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** What the README and the pages beside it claim of the code is true. */
class ReadmeTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)[^)]*\\)");
    private static final Pattern ROOM = Pattern.compile("(?m)^  ([a-z]+)/ ");
    private static final Pattern SETTING = Pattern.compile("(?m)^\\| `(postmortem\\.[a-z.-]+)`");
    private static final Pattern READ = Pattern.compile("(?:\\$\\{|\")(postmortem\\.[a-z.-]+)[:}\"]");

    private final String readme = Files.readString(Path.of("README.md"));

    ReadmeTest() throws IOException {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "docs/guide.md",
                "docs/settings.md",
                "docs/security.md",
                "docs/sign-in.md",
                "docs/asvs.md",
                "docs/add-a-step.md",
                "docs/metrics.md",
                "docs/lab.md",
                "docs/benchmarks.md",
                "docs/operate.md"
            })
    void linksLeadSomewhere(Path page) throws IOException {
        Path folder = Path.of("").resolve(page).toAbsolutePath().getParent();

        assertThat(LINK.matcher(Files.readString(page)).results().map(match -> match.group(1)))
                .filteredOn(link -> !link.contains("://"))
                .allSatisfy(link -> assertThat(folder.resolve(link)).exists());
    }

    @Test
    void itCanBeReadInFiveMinutes() {
        assertThat(readme.lines().count()).isLessThan(290);
    }

    @Test
    void itLeadsToAllPagesBesideIt() throws IOException {
        try (Stream<Path> pages = Files.list(Path.of("docs"))) {
            assertThat(pages.filter(page -> page.toString().endsWith(".md")))
                    .allSatisfy(page -> assertThat(readme).contains("](" + page + ")"));
        }
    }

    @Test
    void itsMapShowsTheRoomsThatThereAre() throws IOException {
        String map = readme.substring(readme.indexOf("src/main/java/org/postmortemflow/"));
        Set<String> shown = ROOM.matcher(map.substring(0, map.indexOf("```")))
                .results()
                .map(match -> match.group(1))
                .collect(toSet());

        try (Stream<Path> rooms = Files.list(Path.of("src/main/java/org/postmortemflow"))) {
            assertThat(shown)
                    .isEqualTo(rooms.filter(Files::isDirectory)
                            .map(room -> room.getFileName().toString())
                            .collect(toSet()));
        }
    }

    @Test
    void theSettingsThatAreDescribedAreThoseThatTheCodeReads() throws IOException {
        Set<String> shown = SETTING.matcher(Files.readString(Path.of("docs/settings.md")))
                .results()
                .map(match -> match.group(1))
                .collect(toSet());
        Set<String> read = Stream.concat(readOneByOne(), readAsGroup()).collect(toSet());

        assertThat(shown).isNotEmpty().isEqualTo(read);
    }

    @Test
    void itsSecondCommandIsWhatTheCheckRuns() throws IOException {
        assertThat(readme).contains("./mvnw verify");
        assertThat(Files.readString(Path.of(".ci/run"))).containsPattern("(?m)^\\./mvnw .*\\bverify\\b");
    }

    private static Stream<String> readOneByOne() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file).replaceAll("@ConfigurationProperties\\([^)]*\\)", ""));
            }
            return READ.matcher(all).results().map(match -> match.group(1)).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Stream<String> readAsGroup() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.postmortemflow")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> components(
                                type.getAnnotation(ConfigurationProperties.class)
                                        .value(),
                                type));
    }

    private static Stream<String> components(String prefix, Class<?> settings) {
        return Arrays.stream(settings.getRecordComponents()).flatMap(component -> {
            String name = prefix + "." + kebab(component);
            Type type = component.getGenericType();
            return type instanceof Class<?> nested && nested.isRecord() ? components(name, nested) : Stream.of(name);
        });
    }

    private static String kebab(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }
}
