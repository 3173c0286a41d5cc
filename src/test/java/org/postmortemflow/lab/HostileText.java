package org.postmortemflow.lab;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What nobody types, but somebody sends. */
final class HostileText {

    /** An element that no page and no mail of ours has: where it stands unescaped, a script could. */
    static final String ELEMENT = "<img src=x onerror=alert(1)>";

    /** Leaves an attribute, a comment, a script and a style, in whichever it stands. */
    static final String MARKUP = "\"'>--></script></style></textarea></title>" + ELEMENT + "[x](javascript:alert(1))";

    static final String FORMULA = "=HYPERLINK(\"http://127.0.0.1/\")";

    private static final List<String> SHORT = List.of(
            MARKUP,
            FORMULA,
            "",
            " ",
            "a\u0000b",
            "\u0000",
            "a\r\nX-Injected: yes\r\n\r\nb",
            "a\rb",
            "\u001b[31m\u0007",
            "'",
            "' or '1'='1' --",
            "%00%zz%",
            "%",
            "\\",
            "*",
            "(",
            "+x",
            "@x",
            "\tx",
            "../../../../etc/passwd",
            "..\\..\\x",
            "file:///etc/passwd",
            "http://169.254.169.254/latest/meta-data",
            "javascript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "//evil.example/x",
            "${7*7}",
            "#{7*7}",
            "__${T(java.lang.Runtime).getRuntime()}__::.x",
            "[[${7*7}]]",
            "{{7*7}}",
            "-1",
            "0",
            "1.5",
            "1e309",
            "NaN",
            "2147483648",
            "99999999999999999999999",
            "99999-12-31",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01T00:00:00Z",
            "+294277-01-10T04:00:55Z",
            "2026-02-30",
            "2026-06-10T11:00",
            "0000-00-00",
            "9999-12-31T23:59:59.999999999Z",
            "PT999999999999H",
            "2026-06",
            "999999-99",
            "null",
            "true",
            "[]",
            "{\"a\":1}",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "ada",
            "ADA",
            "ada\u0000",
            "sev-1",
            "closed",
            "\ud83d\ude00\ud83d\udc69\u200d\ud83d\ude92",
            "\u202egnp.exe",
            "\u2066\u2069\u200b\ufeff",
            "\u2028\u2029",
            "\ud800",
            "e\u0301 \u00e9 \u212b \ufb01",
            "\u0130\u0131\u00df",
            "a" + "\u0301".repeat(500));

    private HostileText() {}

    /** All of them; long ones last. */
    static List<String> all() {
        return Stream.concat(
                        SHORT.stream(),
                        Stream.of(
                                "x".repeat(300),
                                "\u00fc".repeat(5_000),
                                "x ".repeat(60_000),
                                "x" + " ".repeat(100_000) + "x",
                                "x" + ".-_@".repeat(25_000) + "x"))
                .toList();
    }

    /** Every so many of them, another share each time; what stands first is always among them. */
    static List<String> share(int ofEvery, int which) {
        List<String> all = all();
        return IntStream.range(0, all.size())
                .filter(index -> index < 2 || index == 4 || index % ofEvery == Math.floorMod(which, ofEvery))
                .mapToObj(all::get)
                .toList();
    }
}
