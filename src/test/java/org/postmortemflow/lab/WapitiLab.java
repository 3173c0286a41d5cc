package org.postmortemflow.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** A scanner that was written by others looks for holes. */
class WapitiLab {

    /** Those that work on loopback alone, without a server of Wapiti's makers. */
    private static final String MODULES =
            "cookieflags,crlf,csp,csrf,exec,file,http_headers,permanentxss,redirect,sql,xss";

    private static final String PYTHON = "/usr/bin/python3";

    /** Debian 12's Wapiti 3.0.4 makes a pattern of what it is to leave out that Python 3.11 refuses; another one replaces it. */
    private static final String SCANNER = """
        import fnmatch, re
        from wapitiCore.net import crawler
        crawler.wildcard_translate = lambda pattern: re.compile(fnmatch.translate(pattern))
        from wapitiCore.main.wapiti import wapiti_main
        wapiti_main()
        """;

    /** It still wants the filter of browsers of its day, which opened holes of its own and which OWASP says to turn off. */
    private static final String OLD_ADVICE = "HTTP Secure Headers: GET /  X-XSS-Protection is not set";

    private static final Pattern PAGES = Pattern.compile("found (\\d+) URLs and forms");
    private static final Path LOG = Path.of("target", "lab", "wapiti-scan.log");
    private static final int LONGEST_MINUTES = 8;

    @Tag(Experiment.ONLY_IN_LAB)
    @Experiment(
            number = 15,
            name = "Bad input: Wapiti",
            what = "Debian's scanner walks through the pages as a signed-in person for a minute, as behind a proxy with"
                    + " TLS, then attacks what it found",
            passMark = "it finds 100 addresses and forms, and nothing in them but that X-XSS-Protection is off, as it"
                    + " should be")
    void theScannerFindsNothing(Finding finding, @TempDir Path folder) throws Exception {
        finding.measured("wapiti is not installed: apt-get install wapiti");
        assertThat(isInstalled()).as("wapiti is installed").isTrue();
        // as behind a proxy with TLS, which it is not: so redirects may not name the scheme, and the scanner is given
        // its cookie
        try (Node node = new Node(
                        "wapiti",
                        folder,
                        "--server.servlet.session.cookie.secure=true",
                        "--server.tomcat.use-relative-redirects=true")
                .start()
                .ready()) {
            URI base = node.withPassword("nobody").base();
            node.withPassword("ada").report("Scanned", Instant.now());
            Path report = folder.resolve("wapiti.json");
            Process scan = scan(base, session(base), folder, report);
            boolean ended = scan.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
            scan.destroyForcibly();
            assertThat(ended).as("ended within %d minutes", LONGEST_MINUTES).isTrue();

            JsonNode found = new ObjectMapper().readTree(report.toFile());
            Matcher counted = PAGES.matcher(Files.readString(LOG));
            int pages = counted.find() ? Integer.parseInt(counted.group(1)) : 0;
            List<String> holes = new ArrayList<>();
            for (String kind : List.of("vulnerabilities", "anomalies")) {
                found.path(kind)
                        .properties()
                        .forEach(entry -> entry.getValue()
                                .forEach(one -> holes.add(entry.getKey() + ": "
                                        + one.path("method").asText() + " "
                                        + one.path("path").asText() + " "
                                        + one.path("parameter").asText() + " "
                                        + one.path("info").asText())));
            }
            holes.remove(OLD_ADVICE);
            finding.measured("%d findings at %d addresses and forms", holes.size(), pages);
            assertThat(holes).isEmpty();
            assertThat(pages).isGreaterThan(100);
        }
    }

    private static Process scan(URI base, String cookie, Path folder, Path report) throws IOException {
        List<String> command = List.of(
                PYTHON,
                "-c",
                SCANNER,
                "--url",
                base + "/",
                "--header",
                "Cookie: " + cookie,
                "--header",
                "X-Forwarded-Proto: https",
                "--exclude",
                base + "/camunda/*",
                "--exclude",
                base + "/logout",
                "--module",
                MODULES,
                "--max-scan-time",
                "60",
                "--max-attack-time",
                "20",
                "--max-links-per-page",
                "60",
                "--max-parameters",
                "20",
                "--timeout",
                "30",
                "--store-session",
                folder.toString(),
                "--store-config",
                folder.toString(),
                "--flush-session",
                "--no-bugreport",
                "--format",
                "json",
                "--output",
                report.toString());
        Files.createDirectories(LOG.getParent());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder(PYTHON, "-c", "import wapitiCore")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    /** Signed in as a person, as the header that a browser would send. */
    private static String session(URI base) throws IOException, InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpResponse<String> page =
                http.send(HttpRequest.newBuilder(base.resolve("/login")).build(), BodyHandlers.ofString());
        String token = Jsoup.parse(page.body()).select("input[name=_csrf]").attr("value");
        HttpResponse<String> signedIn = http.send(
                HttpRequest.newBuilder(base.resolve("/login"))
                        .header("Cookie", cookie(page))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=ada&password=demo&_csrf=" + Guest.encoded(token)))
                        .build(),
                BodyHandlers.ofString());
        return cookie(signedIn);
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(one -> one.replaceFirst(";.*", ""))
                .reduce((first, second) -> first + "; " + second)
                .orElseThrow();
    }
}
