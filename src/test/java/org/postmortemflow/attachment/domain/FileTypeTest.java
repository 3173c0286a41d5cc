package org.postmortemflow.attachment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.attachment.Samples;

class FileTypeTest {

    @Test
    void anImageIsKnownByItsBytesWhateverItIsCalled() throws IOException {
        assertThat(of(Samples.PNG, "page.html")).contains(FileType.PNG);
        assertThat(of(latin("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF"), "a")).contains(FileType.JPEG);
        assertThat(of(latin("GIF89a\1\0\1\0\0\0\0"), "a.txt")).contains(FileType.GIF);
        assertThat(of(latin("RIFF\u0024\0\0\0WEBPVP8 "), "a.png")).contains(FileType.WEBP);
        assertThat(of(latin("%PDF-1.7\n\u00e2\u00e3"), "a.png")).contains(FileType.PDF);
    }

    @ParameterizedTest
    @CsvSource({"a.csv, CSV", "a.CSV, CSV", "a.json, JSON", "a.txt, TEXT", "a.log, TEXT"})
    void textIsKnownByItsName(String name, FileType type) throws IOException {
        assertThat(of(Samples.text("{\"a\": 1,\t\"ä\": 2}\r\n"), name)).contains(type);
        assertThat(of(Samples.text("1"), name)).contains(type);
        assertThat(of(latin("K\u00f6ln;1\n"), name)).contains(type);
        assertThat(of(Samples.text("\u001b[31mred\u001b[0m"), name)).contains(type);
    }

    /** R18 asks for graphs and queries; what can run in a browser is none of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "graph.svg",
                "page.html",
                "page.htm",
                "page.xhtml",
                "a.xml",
                "run.js",
                "run.sh",
                "csv",
                "",
                "txt."
            })
    void whatRunsOrIsUnknownIsRefused(String name) throws IOException {
        assertThat(of(Samples.text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"), name))
                .isEmpty();
    }

    @Test
    void aProgramCalledATextIsRefused() throws IOException {
        assertThat(of(latin("MZ\u0090\0\3\0"), "notes.txt")).isEmpty();
        assertThat(of(latin("PK\3\4\u0014\0"), "data.csv")).isEmpty();
        assertThat(of(latin("a,b\n".repeat(5_000) + "\0"), "data.csv")).isEmpty();
        assertThat(of(new byte[0], "data.csv")).isEmpty();
        assertThat(of(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, "cut.png")).isEmpty();
    }

    @Test
    void onlyImagesAreShownWithinAPage() {
        assertThat(FileType.values())
                .filteredOn(FileType::isImage)
                .allMatch(type -> type.mediaType().startsWith("image/"))
                .noneMatch(type -> type.mediaType().contains("svg"))
                .hasSize(4);
    }

    private static Optional<FileType> of(byte[] content, String name) throws IOException {
        return FileType.of(new ByteArrayInputStream(content), name);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
