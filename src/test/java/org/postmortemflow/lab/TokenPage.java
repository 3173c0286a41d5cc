package org.postmortemflow.lab;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Signs in as a person does, and makes an access token on the page for it. */
final class TokenPage {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern SCOPE = Pattern.compile("name=\"scopes\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("pmf_[A-Za-z0-9_-]+");

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI base;
    private final String person;

    TokenPage(URI base, String person) {
        this.base = base;
        this.person = person;
    }

    /** A token with all scopes that this person can give. */
    String make() {
        try {
            String login = get("/login");
            post("/login", Map.of("_csrf", first(CSRF, login), "username", person, "password", "demo"));
            String page = get("/settings/tokens");
            String scopes =
                    SCOPE.matcher(page).results().map(scope -> scope.group(1)).collect(Collectors.joining(","));
            String made = post(
                    "/settings/tokens",
                    Map.of("_csrf", first(CSRF, page), "name", "Lab", "scopes", scopes, "days", "7"));
            return first(TOKEN, made);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }

    private String post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return browser.send(request, BodyHandlers.ofString()).body();
    }

    private static String first(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("No " + pattern + " in " + page);
        }
        return found.group(found.groupCount());
    }
}
