package org.postmortemflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** What a director sees of half a year: readable in any light, on any screen, by anybody. */
class ManagersBrowserIT {

    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final int DESK = 1280;
    private static final int PHONE = 390;

    @RegisterExtension
    static final InBrowsers JOURNEY = new InBrowsers(List.of("--postmortem.demo.history=6"), "ines");

    private Browser ines;

    @BeforeEach
    void theFiguresAreThere() {
        ines = JOURNEY.browser("ines");
        ines.await("the figures are computed", driver -> {
            driver.get(JOURNEY.base() + "/dashboard");
            return driver.findElements(By.tagName("canvas")).isEmpty() ? null : true;
        });
        ines.complaints();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/postmortems",
                "/postmortems?status=all&late=yes",
                "/dashboard",
                "/dashboard?from=2020-01&to=2020-02",
                "/dashboard/process",
                "/dashboard/review",
                "/dashboard/glossary",
                "/calendar",
                "/follow-ups",
                "/search?q=queue",
                "/settings/mail",
                "/settings/tokens"
            })
    void aPageFitsEveryScreenComplainsOfNothingAndKeepsNobodyOut(String address) {
        for (boolean dark : new boolean[] {false, true}) {
            for (int width : new int[] {DESK, PHONE}) {
                ines.looksLike(width, dark);
                ines.open(JOURNEY.base() + address);
                ines.await(By.tagName("h1"));

                String where = "%s, %d wide, %s".formatted(address, width, dark ? "dark" : "light");
                assertThat(ines.complaints()).as(where).isEmpty();
                assertThat((Long) ines.driver()
                                .executeScript("return document.documentElement.scrollWidth - window.innerWidth"))
                        .as("sideways at " + where)
                        .isLessThanOrEqualTo(0);
                assertThat(serious()).as(where).isEmpty();
            }
        }
    }

    @Test
    void everyChartIsDrawnAndHasItsNumbersBesideIt() {
        ines.looksLike(DESK, false);
        ines.open(JOURNEY.base() + "/dashboard");

        List<WebElement> charts = ines.driver().findElements(By.tagName("canvas"));
        assertThat(charts).isNotEmpty().allSatisfy(chart -> {
            assertThat(ines.driver().executeScript("return Chart.getChart(arguments[0]) !== undefined", chart))
                    .isEqualTo(true);
            assertThat(ines.driver()
                            .executeScript(
                                    "return arguments[0].closest('figure').querySelectorAll('table td').length > 0",
                                    chart))
                    .isEqualTo(true);
        });
    }

    @Test
    void theProcessIsDrawnAndAStepIsReachedWithoutAMouse() {
        ines.looksLike(DESK, false);
        ines.open(JOURNEY.base() + "/dashboard/process");
        ines.await(By.cssSelector(".djs-container svg"));
        String step = "/dashboard/process/";

        WebElement reached = ines.await("a step by the Tab key", driver -> {
            driver.switchTo().activeElement().sendKeys(Keys.TAB);
            WebElement now = driver.switchTo().activeElement();
            String leads = now.getDomAttribute("href");
            return leads != null && leads.startsWith(step) ? now : null;
        });
        reached.sendKeys(Keys.ENTER);

        ines.await("the step's postmortems", driver -> driver.getCurrentUrl().contains(step));
        assertThat(ines.await(By.tagName("h1")).getText()).isNotBlank();
    }

    private List<String> serious() {
        return new AxeBuilder()
                .analyze(ines.driver()).getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(ManagersBrowserIT::words)
                        .toList();
    }

    private static String words(Rule rule) {
        return "%s: %s %s"
                .formatted(
                        rule.getId(),
                        rule.getHelp(),
                        rule.getNodes().stream()
                                .limit(3)
                                .map(node -> node.getHtml())
                                .toList());
    }
}
