package org.postmortemflow.process.security;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser that keeps cookies and follows no redirects, or a program with HTTP Basic. */
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String root;
    private final CookieManager cookies;
    private final HttpClient client;
    private String[] always = {};

    private Visitor(int port) {
        this(port, new CookieManager());
    }

    private Visitor(int port, CookieManager cookies) {
        root = "http://localhost:" + port;
        this.cookies = cookies;
        client = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    static Visitor stranger(int port) {
        return new Visitor(port);
    }

    /** Signed in with the form. */
    static Visitor person(int port, String id) {
        Visitor visitor = new Visitor(port);
        HttpResponse<String> answer = visitor.logIn(id, "demo");
        if (answer.statusCode() != 302 || location(answer).contains("login")) {
            throw new AssertionError("not signed in: " + answer.statusCode() + " " + location(answer));
        }
        return visitor;
    }

    /** With HTTP Basic. */
    static Visitor program(int port, String id, String password) {
        Visitor visitor = new Visitor(port);
        String credentials = Base64.getEncoder().encodeToString((id + ":" + password).getBytes(StandardCharsets.UTF_8));
        visitor.always = new String[] {"Authorization", "Basic " + credentials};
        return visitor;
    }

    /** The same browser, led to another node. */
    Visitor at(int port) {
        return new Visitor(port, cookies);
    }

    HttpResponse<String> logIn(String id, String password) {
        return postForm("/login", "username", id, "password", password, "_csrf", token("/login"));
    }

    /** Spring's token in the page at {@code path}. */
    String token(String path) {
        Matcher matcher = TOKEN.matcher(get(path, "Accept", "text/html").body());
        return matcher.find() ? matcher.group(1) : "";
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    HttpResponse<String> postForm(String path, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(encoded(fields[i]))
                    .append('=')
                    .append(encoded(fields[i + 1]));
        }
        return send(request(path, "Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** JSON unless the headers say otherwise. */
    HttpResponse<String> post(String path, String body, String... headers) {
        boolean typed = Arrays.asList(headers).contains("Content-Type");
        return send(request(path, typed ? headers : with(headers, "Content-Type", "application/json"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> put(String path, String json) {
        return send(request(path, "Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE().build());
    }

    /** As Tasklist's script does it: with the engine's token from its cookie. */
    HttpResponse<String> postFromTasklist(String path, String json, String... headers) {
        if (cookie("XSRF-TOKEN").isEmpty()) {
            get("/camunda/app/tasklist/default/");
        }
        return post(path, json, with(headers, "X-XSRF-TOKEN", cookie("XSRF-TOKEN")));
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    static List<String> header(HttpResponse<?> answer, String name) {
        return answer.headers().allValues(name);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        String[] all = with(headers, always);
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(root + path));
        return all.length == 0 ? builder : builder.headers(all);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String[] with(String[] some, String... more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
