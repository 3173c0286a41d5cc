package org.postmortemflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** Mails carry their own styles: mail programs know no stylesheet. */
    private static final Path MAILS = TEMPLATES.resolve("mail");

    @Test
    void pagesNeedNoInlineStyleAndNoInlineScript() {
        assertThat(
                        pagesWith(
                                "\\sstyle=|<style|<script(?! th:src=\"@\\{/[a-z0-9./-]+\\.js}\" defer></script>)|\\son[a-z]+=|javascript:"))
                .isEmpty();
    }

    /** HTML that document.Markdown has made safe comes in through one door. */
    @Test
    void pagesEscapeAllText() {
        assertThat(pagesWith("utext|\\[\\(")).containsExactly(TEMPLATES.resolve("document/markdown.html"));
    }

    /** In {@code problems[name]} the expression language reads the key "name", not the value of name. */
    @Test
    void keysOfMapsAreQuotedOrComputed() {
        assertThat(pagesWith("(values|rows)\\[\\w+]|\\$\\{problems\\[\\w+]")).isEmpty();
    }

    private static List<Path> pagesWith(String forbidden) {
        Pattern pattern = Pattern.compile(forbidden);
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !file.startsWith(MAILS))
                    .filter(file -> pattern.matcher(text(file)).find())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
