package org.postmortemflow.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write is shown, and can do no harm. */
class MarkdownTest {

    private static final String OWN = "/postmortems/7f0c1c9e-0000-4000-8000-00000000000a/attachments/";

    private final Markdown markdown = new Markdown();

    @Test
    void textTablesListsAndCodeAreShown() {
        assertThat(markdown.html("It was **slow**, ~~down~~.\n\n1. first\n2. second\n\n```\nselect 1 < 2\n```"))
                .contains("<strong>slow</strong>", "<del>down</del>", "<ol><li>first</li>", "select 1 &lt; 2");
        assertThat(markdown.html("| time | errors |\n|:-----|-----:|\n| 12:00 | 7 |"))
                .contains("<table>", "<th align=\"left\">time</th>", "<td align=\"right\">7</td>");
    }

    @Test
    void headingsComeBelowThoseOfThePage() {
        assertThat(markdown.html("# One\n## Two\n###### Six"))
                .contains("<h3>One</h3>", "<h4>Two</h4>", "<h6>Six</h6>")
                .doesNotContain("<h1", "<h2");
    }

    @Test
    void aBlankTextIsNothing() {
        assertThat(markdown.html(" \n ")).isEmpty();
    }

    @Test
    void linksLeadToTheWebAndCannotReachBack() {
        assertThat(markdown.html("[graph](https://graphs.example/x?a=1&b=2) and https://status.example/7."))
                .contains("href=\"https://graphs.example/x?a&#61;1&amp;b&#61;2\"", "rel=\"noopener\"")
                .contains("href=\"https://status.example/7\"");
        assertThat(markdown.html("[page](/postmortems/x)")).contains("href=\"/postmortems/x\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](\tjava\nscript:alert(1))",
                "<javascript:alert(1)>",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:x)",
                "[x](file:///etc/passwd)",
                "![x](javascript:alert(1))",
                "![x](data:image/svg+xml;base64,PHN2Zz4=)",
                "[x]: javascript:alert(1)\n\n[x]",
                "ftp://host.example/x"
            })
    void otherAddressesAreNoLinks(String text) {
        assertThat(markdown.html(text)).doesNotContain("href", "src");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "a <b onclick='x()'>b</b>",
                "<iframe src='https://x.example'></iframe>",
                "<style>*{display:none}</style>",
                "<form action='/logout'><button>x</button></form>",
                "[x](https://x.example '\" onmouseover=\"alert(1)')",
                "![\" onerror=\"alert(1)](https://x.example/y.png)",
                "``` \"><script>alert(1)</script>\nx\n```",
                "<svg/onload=alert(1)>"
            })
    void htmlIsShownAsText(String text) {
        assertThat(markdown.html(text))
                .doesNotContainPattern("<(?!/?(p|a|code|pre|strong|em|br|del)\\b)")
                .doesNotContainPattern("<[^>]*\\son\\w+\\s*=\\s*\"");
    }

    @Test
    void ourOwnAttachmentsAreShown() {
        assertThat(markdown.html("![errors](" + OWN + "4d1c9e7f-0000-4000-8000-00000000000b \"per minute\")"))
                .contains("<img src=\"" + OWN + "4d1c9e7f-0000-4000-8000-00000000000b\"")
                .contains("alt=\"errors\"", "title=\"per minute\"");
        assertThat(markdown.html("![](" + OWN + "7/graph%20of%20errors.png)")).contains("<img ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://x.example/pixel.png",
                "//x.example/pixel.png",
                "/logout",
                OWN + "../../../logout",
                OWN + "%2e%2e/logout",
                OWN + "..%2f..%2flogout",
                OWN + "a/b/c",
                "/x" + OWN + "a"
            })
    void anImageFromElsewhereIsALinkAndNotLoaded(String address) {
        assertThat(markdown.html("![a graph](" + address + ")"))
                .contains("<a href=", ">a graph</a>")
                .doesNotContain("<img");
    }

    @Test
    void anImageWithoutWordsFromElsewhereIsNamedByItsAddress() {
        assertThat(markdown.html("![](https://x.example/a.png)")).contains(">https://x.example/a.png</a>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"> ", "- ", "[", "![", "*a ", "_", "**", "`", "(", "[a](", "|", "~~a ", "<", "&", "1. ", "[a]: "
            })
    void nothingThatIsRepeatedWithoutEndBringsItDown(String piece) {
        String much = piece.repeat(Documents.MAX_TEXT / piece.length());
        assertThat(markdown.html(much)).isNotNull();
        assertThat(markdown.html(much + "x" + new StringBuilder(much).reverse()))
                .isNotNull();
    }

    @Test
    void noInputMakesItThrow() {
        Random random = new Random(7);
        String[] pieces = {
            "*", "_", "[", "](", ")", "!", "`", "\n", "    ", "|", "-", "> ", "<a>", "&#0;", "\0", "x", "~~", "é",
            "\ud83d"
        };
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(60); length > 0; length--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertThat(markdown.html(text.toString())).doesNotContain("<a>");
        }
    }
}
