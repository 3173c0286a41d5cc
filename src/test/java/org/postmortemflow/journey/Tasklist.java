package org.postmortemflow.journey;

import java.net.URI;
import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.pagefactory.ByChained;

/** Camunda Tasklist as a person uses it: pick a filter, pick a task, claim it, fill the form by its labels, complete. */
final class Tasklist {

    private static final By COMPLETE = By.cssSelector("button[ng-click='complete()']");

    private final Browser browser;
    private final URI base;

    Tasklist(Browser browser, URI base) {
        this.browser = browser;
        this.base = base;
    }

    /** Signs in on our page and goes to Tasklist. */
    void signIn(String person) {
        browser.forget();
        browser.open(base + "/login");
        browser.await(By.name("username")).sendKeys(person);
        browser.await(By.name("password")).sendKeys("demo", Keys.ENTER);
        browser.await("signed in as " + person, d -> !d.getCurrentUrl().contains("/login"));
        browser.open(base + "/camunda/app/tasklist/default/");
        browser.await(By.cssSelector(".task-filters"));
    }

    /**
     * Opens the task of this name that the filter shows, and claims it when nobody has it.
     *
     * @return what the list says of the task
     */
    String open(String filter, String task) {
        browser.click(
                By.xpath("//*[contains(@class,'task-filters')]//a[contains(normalize-space(), \"" + filter + "\")]"));
        By listed = By.xpath(
                "//ol[contains(@class,'tasks-list')]//li[contains(@class,'task')][.//h4[contains(., '" + task + "')]]");
        String card = browser.await(listed).getText();
        browser.click(new ByChained(listed, By.tagName("h4")));
        browser.await(
                "the task " + task,
                d -> d.findElements(By.cssSelector(".task-details, .task-card, .tasklist-task")).stream()
                        .anyMatch(details -> details.getText().contains(task)));
        List<WebElement> claim = browser.await("claim or form", d -> {
            List<WebElement> found = d.findElements(By.cssSelector("button.claim"));
            return found.isEmpty() && d.findElements(COMPLETE).isEmpty() ? null : found;
        });
        if (!claim.isEmpty()) {
            browser.click(By.cssSelector("button.claim"));
        }
        browser.await(COMPLETE);
        return card;
    }

    /** Replaces what is in the field with this label. */
    void type(String label, String text) {
        browser.await("to type into " + label, d -> {
            WebElement field = field(label);
            field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
            field.sendKeys(text);
            return text.equals(field.getDomProperty("value"));
        });
    }

    /** Types a date or a time; the field reads it when it is left. */
    void typeAndLeave(String label, String text) {
        type(label, text);
        field(label).sendKeys(Keys.TAB);
    }

    /** Chooses the first option that contains the words. */
    void choose(String label, String words) {
        WebElement field = browser.await(label, d -> field(label));
        if (field.getTagName().equals("select")) {
            field.findElement(By.xpath("./option[contains(normalize-space(), \"" + words + "\")]"))
                    .click();
            return;
        }
        browser.click(By.id(field.getDomAttribute("id") + "-display"));
        browser.click(By.xpath(
                "//*[contains(@class,'fjs-dropdownlist-item')][contains(normalize-space(), \"" + words + "\")]"));
    }

    /** Ticks a box, or picks one of several. */
    void tick(String label) {
        browser.await("to tick " + label, d -> {
            WebElement box = field(label);
            if (!box.isSelected()) {
                browser.press(box);
            }
            return box.isSelected();
        });
    }

    /** The field of a label that begins with these words. */
    WebElement field(String label) {
        WebElement found =
                browser.driver().findElement(By.xpath("//label[starts-with(normalize-space(), \"" + label + "\")]"));
        String target = found.getDomAttribute("for");
        return target == null || target.isEmpty()
                ? found.findElement(By.cssSelector("input, textarea, select"))
                : browser.driver().findElement(By.id(target));
    }

    /** Completes the open task and waits until Tasklist has taken it. */
    void complete() {
        browser.click(COMPLETE);
        browser.await(
                "the task to be completed",
                d -> d.findElements(COMPLETE).stream().noneMatch(WebElement::isDisplayed));
    }
}
