package org.postmortemflow.lab;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Somebody of the demo with a browser's session for pages, and an access token for REST; notes every answer. Follows no redirect. */
final class Guest {

    private static final Pattern TOKEN = Pattern.compile("pmf_[A-Za-z0-9_-]{20,}");
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final URI base;
    private final String person;
    private final Answers answers;
    private String authorization = "";

    /** @param person of the demo; {@code nobody} does not sign in */
    Guest(URI base, String person, Answers answers) throws IOException, InterruptedException {
        this.base = base;
        this.person = person;
        this.answers = answers;
        if (!isNobody()) {
            String token = Jsoup.parse(send(request("/login")).body())
                    .select("input[name=_csrf]")
                    .val();
            postForm(
                    "/login",
                    List.of(Map.entry("username", person), Map.entry("password", "demo"), Map.entry("_csrf", token)));
        }
        authorization = isNobody() ? "Basic bm9ib2R5Og==" : "Bearer " + accessToken();
    }

    String person() {
        return person;
    }

    /** With all scopes that this person can give. */
    private String accessToken() throws IOException, InterruptedException {
        Document page = Jsoup.parse(get("/settings/tokens").body());
        List<Entry<String, String>> fields = new ArrayList<>();
        fields.add(Map.entry("_csrf", page.select("input[name=_csrf]").attr("value")));
        fields.add(Map.entry("name", "Lab"));
        fields.add(Map.entry("days", "7"));
        for (String scope : page.select("input[name=scopes]").eachAttr("value")) {
            fields.add(Map.entry("scopes", scope));
        }
        postForm("/settings/tokens", fields);
        Matcher made = TOKEN.matcher(get("/settings/tokens").body());
        if (!made.find()) {
            throw new IllegalStateException(person + " got no access token");
        }
        return made.group();
    }

    /** @param address encoded */
    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return send(request(address));
    }

    HttpResponse<String> postForm(String address, List<? extends Entry<String, String>> fields)
            throws IOException, InterruptedException {
        String body = fields.stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> json(String method, String address, String body) throws IOException, InterruptedException {
        return send(method, address, "application/json", BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(String method, String address, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        return send(request(address).header("Content-Type", type).method(method, body));
    }

    HttpRequest.Builder request(String address) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(address)).timeout(LONGEST);
        return address.startsWith("/api/")
                ? request.header("Authorization", authorization)
                : request.header("Accept", "text/html");
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest asked = request.build();
        try {
            HttpResponse<String> answer = http.send(asked, BodyHandlers.ofString());
            answers.note(person, answer);
            return answer;
        } catch (HttpTimeoutException silent) {
            throw new IOException(person + ": no answer to " + asked.method() + " " + asked.uri(), silent);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private boolean isNobody() {
        return person.equals("nobody");
    }
}
