package org.postmortemflow.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {

    private final SourceRules sources = new SourceRules(Path.of("src/main"));

    @Test
    void noFileIsAbove300Lines() {
        assertThat(new SourceRules(Path.of("")).tooLong()).isEmpty();
    }

    @Test
    void aDelegateHas25LinesAtMost() {
        assertThat(sources.delegatesThatDoTooMuch()).isEmpty();
    }

    @Test
    void everyPackageHasADoorSign() {
        assertThat(sources.packagesWithoutDoorSign()).isEmpty();
    }

    @Test
    void onlyTheProcessNamesTheEnginesTables() {
        assertThat(sources.readersOfEngineTables()).isEmpty();
    }

    @Nested
    class EachRule {

        @TempDir
        Path folder;

        @Test
        void catchesALongFileAndLeavesAFileOf300LinesAlone() throws IOException {
            Files.writeString(folder.resolve("long.css"), "a\n".repeat(301));
            Files.writeString(folder.resolve("full.css"), "a\n".repeat(300));

            assertThat(new SourceRules(folder).tooLong())
                    .singleElement()
                    .asString()
                    .contains("long.css");
        }

        @Test
        void catchesALongDelegateAndLeavesOneOf25LinesAlone() throws IOException {
            String header = "package x;\n\nimport y;\n\n/** Does. */\n@Component\n";
            Files.writeString(folder.resolve("LongDelegate.java"), header + "class LongDelegate {\n" + "\n".repeat(25));
            Files.writeString(folder.resolve("FullDelegate.java"), header + "class FullDelegate {\n" + "\n".repeat(24));

            assertThat(new SourceRules(folder).delegatesThatDoTooMuch())
                    .singleElement()
                    .asString()
                    .contains("LongDelegate");
        }

        @Test
        void catchesAPackageWithoutADoorSignOrWithAnEmptyOne() throws IOException {
            Path unsigned = Files.createDirectories(folder.resolve("unsigned"));
            Path unmarked = Files.createDirectories(folder.resolve("unmarked"));
            Path signed = Files.createDirectories(folder.resolve("signed"));
            Files.writeString(unsigned.resolve("A.java"), "class A {}");
            Files.writeString(unmarked.resolve("package-info.java"), "/** Purpose. */\npackage unmarked;\n");
            Files.writeString(signed.resolve("package-info.java"), "/** Purpose. */\n@NullMarked\npackage signed;\n");

            assertThat(new SourceRules(folder).packagesWithoutDoorSign())
                    .hasSize(2)
                    .noneMatch(finding -> finding.contains(signed.toString()));
        }

        @Test
        void catchesAReaderOfTheEnginesTablesOutsideTheProcess() throws IOException {
            Path process = Files.createDirectories(folder.resolve("process"));
            Files.writeString(folder.resolve("Overview.java"), "\"select * from ACT_RU_TASK\"");
            Files.writeString(process.resolve("Index.java"), "\"create index on act_ru_task(parent_task_id_)\"");

            assertThat(new SourceRules(folder).readersOfEngineTables())
                    .singleElement()
                    .asString()
                    .contains("Overview");
        }
    }
}
