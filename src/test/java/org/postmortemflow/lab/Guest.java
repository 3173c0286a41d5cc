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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/** Somebody of the demo with a browser's session for pages, and Basic for REST; notes every answer. Follows no redirect. */
final class Guest {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final URI base;
    private final String person;
    private final Answers answers;

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
                    List.of(
                            java.util.Map.entry("username", person),
                            java.util.Map.entry("password", "demo"),
                            java.util.Map.entry("_csrf", token)));
        }
    }

    String person() {
        return person;
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
        boolean withoutSession = address.startsWith("/api/") || address.startsWith("/engine-rest/");
        return withoutSession && !isNobody() ? request.header("Authorization", basic()) : request;
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        answers.note(person, answer);
        return answer;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private boolean isNobody() {
        return person.equals("nobody");
    }

    private String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((person + ":demo").getBytes(StandardCharsets.UTF_8));
    }
}
