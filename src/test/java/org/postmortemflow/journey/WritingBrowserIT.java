package org.postmortemflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** People write a postmortem in their browsers: the preview follows, nobody's text is lost. */
class WritingBrowserIT {

    private static final By TEXT = By.name("text");
    private static final By SAVE = By.cssSelector("#writing button[type=submit]:not(.second)");

    @RegisterExtension
    static final InBrowsers JOURNEY = new InBrowsers("ada", "ben");

    private Browser ada;
    private Browser ben;
    private String page;

    @BeforeEach
    void anIncident() throws Exception {
        ada = JOURNEY.browser("ada");
        ben = JOURNEY.browser("ben");
        page = JOURNEY.base() + "/postmortems/" + JOURNEY.incident();
    }

    @Test
    void thePreviewFollowsTheTypingAndASavedSectionIsRead() {
        types(ada, "whatHappened", "The pool was **too small**.");
        ada.await(
                "the preview",
                d -> d.findElement(By.cssSelector("#preview strong")).getText().equals("too small"));

        ada.click(SAVE);

        WebElement section = ada.await(By.cssSelector("section[aria-labelledby=whatHappened] .written strong"));
        assertThat(section.getText()).isEqualTo("too small");
        assertThat(ada.await(By.cssSelector(".notice")).getText()).contains("What happened", "saved");
        assertThat(drafts(ada)).isEmpty();
    }

    @Test
    void twoWhoWriteAtOnceSeeEachOtherAndPutTheirTextsTogether() {
        types(ada, "overview", "The pool was small.\n\nIt was found late.");
        ada.click(SAVE);
        ada.await(By.cssSelector(".notice"));
        open(ben, "overview");
        types(ada, "overview", "The pool was small.\n\nIt was found late, by customers.");
        assertThat(ada.await(By.id("others")).getText()).isEqualTo("Ben Fischer is editing this.");
        ada.click(SAVE);
        ada.await(By.cssSelector(".notice"));

        types(ben, "overview", "The pool was too small.\n\nIt was found late.");
        ben.click(SAVE);

        assertThat(ben.await(By.tagName("main")).getText())
                .contains("Saved by Ada Okafor", "It was found late, by customers.", "The pool was too small.");
        assertThat(ben.await(TEXT).getDomProperty("value"))
                .isEqualTo("The pool was too small.\n\nIt was found late, by customers.");
        ben.click(SAVE);
        assertThat(ben.await(By.cssSelector("section[aria-labelledby=overview] .written"))
                        .getText())
                .contains("too small", "by customers");
        assertThat(drafts(ben)).isEmpty();
    }

    @Test
    void whatWasTypedComesBackAfterTheSessionIsOver() {
        types(ada, "resolution", "Rolled back at 12:10.");
        ada.await("the draft", d -> !drafts(ada).isEmpty());
        ada.forget();
        ada.click(SAVE);
        ada.await(By.name("username"));
        JOURNEY.signIn("ada");

        open(ada, "resolution");

        assertThat(ada.await(By.id("draft-notice")).getText()).contains("was not saved");
        assertThat(ada.await(TEXT).getDomProperty("value")).isEqualTo("Rolled back at 12:10.");
        ada.click(SAVE);
        assertThat(ada.await(By.cssSelector("section[aria-labelledby=resolution] .written"))
                        .getText())
                .isEqualTo("Rolled back at 12:10.");
        assertThat(drafts(ada)).isEmpty();
    }

    @Test
    void aDraftFromAnOlderVersionDoesNotHideWhatOthersSavedMeanwhile() {
        types(ada, "wentWell", "Ada's view");
        ada.await("the draft", d -> !drafts(ada).isEmpty());
        ada.open(page);
        types(ben, "wentWell", "Ben's view");
        ben.click(SAVE);
        ben.await(By.cssSelector(".notice"));

        open(ada, "wentWell");
        ada.await(By.id("draft-notice"));
        ada.click(SAVE);

        assertThat(ada.await(TEXT).getDomProperty("value")).contains("Ada's view", "Ben's view", "<<<<<<< Ben Fischer");
    }

    private void open(Browser browser, String section) {
        browser.open(page + "/sections/" + section);
        browser.await(TEXT);
    }

    private void types(Browser browser, String section, String text) {
        if (!browser.address().endsWith("/sections/" + section)) {
            open(browser, section);
        }
        WebElement field = browser.await(TEXT);
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
    }

    /** The drafts of this postmortem that the browser keeps. */
    private List<String> drafts(Browser browser) {
        String id = page.substring(page.lastIndexOf('/') + 1);
        Object keys = browser.driver().executeScript("return Object.keys(localStorage)");
        return ((List<?>) Objects.requireNonNull(keys))
                .stream().map(String::valueOf).filter(key -> key.contains(id)).toList();
    }
}
