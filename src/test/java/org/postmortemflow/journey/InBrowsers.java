package org.postmortemflow.journey;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.util.FileSystemUtils;

/**
 * Persons who sit at a browser each, signed in to the packaged application. The application is started once for all test classes that use
 * this with the same settings, because its start takes longer than their journeys; so each test has an incident of its own.
 */
final class InBrowsers implements BeforeAllCallback, AfterAllCallback {

    private final List<String> settings;
    private final List<String> persons;
    private final Map<String, Browser> browsers = new HashMap<>();
    private Started started;
    private Path profiles;

    InBrowsers(String... persons) {
        this(List.of(), persons);
    }

    /** @param settings as on the command line; those who have the same share an application */
    InBrowsers(List<String> settings, String... persons) {
        this.settings = settings;
        this.persons = List.of(persons);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        if (!Browser.isInstalled()) {
            String message = "No Chromium or Chrome with its driver is installed: " + context.getDisplayName()
                    + " is not tested.";
            System.err.println("\n*** SKIPPED *** " + message + "\n");
            if ("true".equals(System.getenv("CI"))) {
                fail(message);
            }
            abort(message);
        }
        started = Objects.requireNonNull(context.getRoot()
                .getStore(Namespace.create(InBrowsers.class))
                .getOrComputeIfAbsent(settings, key -> Started.now(settings), Started.class));
        profiles = Files.createTempDirectory("browsers");
        for (String person : persons) {
            browsers.put(person, new Browser(Files.createDirectory(profiles.resolve(person))));
            signIn(person);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        browsers.values().forEach(Browser::close);
        FileSystemUtils.deleteRecursively(profiles);
    }

    URI base() {
        return started.application.base();
    }

    Browser browser(String person) {
        return Objects.requireNonNull(browsers.get(person), person);
    }

    void signIn(String person) {
        Browser browser = browser(person);
        browser.open(base() + "/login");
        browser.await(By.name("username")).sendKeys(person);
        browser.await(By.name("password")).sendKeys("demo", Keys.ENTER);
        browser.await("signed in as " + person, d -> !d.getCurrentUrl().contains("/login"));
    }

    /** A major incident is over: its postmortem. */
    PostmortemId incident() throws Exception {
        PagerDuty pagerDuty = new PagerDuty(base());
        pagerDuty.givesHighestPriority();
        return PostmortemId.parse(pagerDuty.resolves());
    }

    /** The application and its mail server, until the last test class is over. */
    private record Started(Mailboxes mailboxes, PackagedApplication application, Path work)
            implements ExtensionContext.Store.CloseableResource {

        static Started now(List<String> settings) {
            try {
                Mailboxes mailboxes = new Mailboxes();
                Path work = Files.createTempDirectory("work");
                return new Started(
                        mailboxes,
                        new PackagedApplication(
                                        "browsers" + settings.hashCode(),
                                        work,
                                        mailboxes.port(),
                                        settings.toArray(String[]::new))
                                .ready(),
                        work);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() throws Exception {
            application.close();
            mailboxes.close();
            FileSystemUtils.deleteRecursively(work);
        }
    }
}
