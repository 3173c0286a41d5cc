package org.postmortemflow.attachment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "graph.png, graph.png",
        "Fehler pro Minute (März).PNG, Fehler pro Minute (März).PNG",
        "障害.png, 障害.png",
        "report.exe, report.exe.png",
        "'', file.png",
        ".png, png.png",
        ".htaccess, htaccess.png",
        "../../../etc/passwd, passwd.png",
        "C:\\Windows\\system32\\evil.png, evil.png",
        "..\\..\\evil.png, evil.png",
        "con.png, filecon.png",
        "aux, fileaux.png",
        "'a\"; filename=b.html', 'a__ filename=b.html.png'",
        "<img src=x>.png, _img src=x_.png",
    })
    void aNameNamesAFileHereAndNowhereElse(String typed, String kept) {
        assertThat(FileName.of(typed, FileType.PNG)).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nSet-Cookie: x.png",
                "a\0.png",
                "graph\u202egnp.exe",
                "a\u2028b.png",
                "\ud83d.png",
                "a\u200b.png"
            })
    void whatCannotBeSeenIsTakenOut(String typed) {
        assertThat(FileName.of(typed, FileType.PNG)).matches("[^\\p{C}\\u2028]+\\.png");
    }

    @Test
    void aLongNameIsCutBeforeItsEnding() {
        assertThat(FileName.of("a".repeat(500) + ".jpeg", FileType.JPEG))
                .hasSize(120)
                .endsWith("a.jpeg");
        assertThat(FileName.of("😀".repeat(200) + ".png", FileType.PNG))
                .endsWith("😀.png")
                .hasSizeLessThanOrEqualTo(120);
    }
}
