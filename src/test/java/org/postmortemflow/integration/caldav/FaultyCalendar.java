package org.postmortemflow.integration.caldav;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A calendar on a server that keeps the rules of RFC 4791 for conditions and UIDs, and fails once when it is told to. */
final class FaultyCalendar implements AutoCloseable {

    private static final Pattern UID = Pattern.compile("(?m)^UID:(.*?)\r?$");
    private static final Pattern SEQUENCE = Pattern.compile("(?m)^SEQUENCE:(\\d+)\r?$");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Kept> entries = new HashMap<>();
    private @Nullable Fault fault;
    private int passing;
    private int versions;

    /** How a request fails. */
    enum Fault {
        ERROR_500(500, false),
        ERROR_500_AFTER_KEEPING(500, true),
        ERROR_503(503, false),
        ERROR_412(412, false),
        ERROR_412_AFTER_KEEPING(412, true),
        ERROR_409_AFTER_KEEPING(409, true),
        SILENT(0, false),
        SILENT_AFTER_KEEPING(0, true),
        HANGS_UP(-1, false),
        HANGS_UP_AFTER_KEEPING(-1, true);

        private final int status;
        private final boolean keeps;

        Fault(int status, boolean keeps) {
            this.status = status;
            this.keeps = keeps;
        }

        boolean slow() {
            return status == 0;
        }
    }

    private record Kept(String text, String etag) {

        String uid() {
            return first(UID, text);
        }
    }

    private record Result(int status, String body) {}

    FaultyCalendar() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + ScriptedCalDav.COLLECTION;
    }

    /** Once, after so many requests that go well. */
    synchronized void fails(Fault how, int after) {
        fault = how;
        passing = after;
    }

    /** Another program has moved the entry; the calendar still holds its UID once. */
    synchronized void isRenamedBySomebody(String uid) {
        href(uid).ifPresent(href -> {
            Kept kept = entries.remove(href);
            entries.put(href.replace(".ics", "-moved.ics"), new Kept(kept.text(), "\"" + ++versions + "\""));
        });
    }

    /** Of all entries with this UID. */
    synchronized List<Integer> sequences(String uid) {
        return entries.values().stream()
                .filter(kept -> kept.uid().equals(uid))
                .map(kept -> Integer.parseInt(first(SEQUENCE, kept.text())))
                .toList();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Fault now = fault != null && passing-- <= 0 ? fault : null;
        if (now == null) {
            say(exchange, done(exchange, body));
            return;
        }
        fault = null;
        if (now.keeps) {
            done(exchange, body);
        }
        if (now.status > 0) {
            say(exchange, new Result(now.status, ""));
        } else if (now.status < 0) {
            exchange.close();
        }
        // otherwise it stays open and unanswered until the client gives up
    }

    private Result done(HttpExchange exchange, String body) {
        String href = exchange.getRequestURI().getPath();
        Kept there = entries.get(href);
        return switch (exchange.getRequestMethod()) {
            case "PUT" -> new Result(put(exchange, href, there, body), "");
            case "GET" -> there == null ? new Result(404, "") : new Result(200, there.text());
            case "REPORT" -> new Result(207, multiStatus(body));
            default -> new Result(405, "");
        };
    }

    private int put(HttpExchange exchange, String href, @Nullable Kept there, String body) {
        String match = exchange.getRequestHeaders().getFirst("If-Match");
        boolean asExpected =
                match == null ? there == null : there != null && there.etag().equals(match);
        if (!asExpected) {
            return 412;
        }
        Optional<String> elsewhere = href(first(UID, body));
        if (elsewhere.isPresent() && !elsewhere.get().equals(href)) {
            return 409;
        }
        entries.put(href, new Kept(body, "\"" + ++versions + "\""));
        return there == null ? 201 : 204;
    }

    private String multiStatus(String asked) {
        StringBuilder found = new StringBuilder("<?xml version=\"1.0\"?><multistatus xmlns=\"DAV:\">");
        entries.forEach((href, kept) -> {
            if (asked.contains(kept.uid())) {
                found.append("<response><href>%s</href><propstat><prop><getetag>%s</getetag></prop>"
                        .formatted(href, kept.etag().replace("\"", "&quot;")));
                found.append("<status>HTTP/1.1 200 OK</status></propstat></response>");
            }
        });
        return found.append("</multistatus>").toString();
    }

    private void say(HttpExchange exchange, Result result) throws IOException {
        Kept kept = entries.get(exchange.getRequestURI().getPath());
        if (kept != null && result.status() < 300) {
            exchange.getResponseHeaders().set("ETag", kept.etag());
        }
        byte[] bytes = result.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(result.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Optional<String> href(String uid) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().uid().equals(uid))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
