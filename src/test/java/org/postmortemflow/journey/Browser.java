package org.postmortemflow.journey;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A browser without a window. Nothing is downloaded for it: it uses the Chromium or Chrome that is installed. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChromeDriver driver;

    Browser(Path profile) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chrome().orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--lang=en-US",
                "--window-size=1600,1400",
                "--user-data-dir=" + profile.toAbsolutePath());
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.SEVERE);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(onPath("chromedriver").orElseThrow().toFile())
                .build();
        driver = new ChromeDriver(service, options);
    }

    /** Whether both the browser and its driver are installed. */
    static boolean isInstalled() {
        return chrome().isPresent() && onPath("chromedriver").isPresent();
    }

    void open(String address) {
        driver.get(address);
    }

    String address() {
        return driver.getCurrentUrl();
    }

    /** Forgets who was signed in. */
    void forget() {
        driver.manage().deleteAllCookies();
    }

    /** Waits for something to be there. */
    <T> T await(String what, Function<WebDriver, T> condition) {
        return new WebDriverWait(driver, PATIENCE)
                .ignoring(org.openqa.selenium.WebDriverException.class)
                .withMessage(() -> what + " at " + driver.getCurrentUrl() + "; seen: " + snapshot(what))
                .until(condition);
    }

    /** Waits for a visible element. */
    WebElement await(By by) {
        return await(
                by.toString(),
                d -> d.findElements(by).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    /** Clicks when the element takes clicks; one that is replaced meanwhile is looked up again. */
    void click(By by) {
        await("to click " + by, d -> {
            WebElement element = d.findElements(by).stream()
                    .filter(one -> one.isDisplayed() && one.isEnabled())
                    .findFirst()
                    .orElseThrow(() -> new org.openqa.selenium.NoSuchElementException(by.toString()));
            press(element);
            return true;
        });
    }

    /** Clicks in the middle of the window, where no bar lies above the element. */
    void press(WebElement element) {
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    /** What its console complained of since it was last asked: scripts, and what the content policy kept out. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Looks as on a screen of this width, in a light or a dark room. */
    void looksLike(int width, boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Keeps a picture for whoever has to find out. */
    private String snapshot(String what) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "journey"));
            Path picture = folder.resolve(what.replaceAll("\\W+", "-") + ".png");
            Files.write(picture, driver.getScreenshotAs(OutputType.BYTES));
            return picture.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static Optional<Path> chrome() {
        return Stream.of("chromium", "google-chrome", "chromium-browser", "google-chrome-stable")
                .map(Browser::onPath)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A program that is installed. */
    static Optional<Path> onPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
