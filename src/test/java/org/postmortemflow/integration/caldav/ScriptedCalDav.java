package org.postmortemflow.integration.caldav;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A server that answers as it is told, and remembers what it was asked. */
final class ScriptedCalDav implements AutoCloseable {

    static final String COLLECTION = "/calendars/postmortems/";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    ScriptedCalDav() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    private enum How {
        ANSWER,
        HANG_UP,
        SAY_NOTHING,
        STOP_IN_THE_BODY
    }

    private record Reply(
            How how,
            int status,
            String etag,
            String body,
            @Nullable String location) {}

    ScriptedCalDav says(int status) {
        return says(status, "", "");
    }

    ScriptedCalDav says(int status, String etag, String body) {
        replies.add(new Reply(How.ANSWER, status, etag, body, null));
        return this;
    }

    ScriptedCalDav redirects(String location) {
        replies.add(new Reply(How.ANSWER, 302, "", "", location));
        return this;
    }

    ScriptedCalDav hangsUp() {
        replies.add(new Reply(How.HANG_UP, 0, "", "", null));
        return this;
    }

    ScriptedCalDav saysNothing() {
        replies.add(new Reply(How.SAY_NOTHING, 0, "", "", null));
        return this;
    }

    ScriptedCalDav stopsInTheBody() {
        replies.add(new Reply(How.STOP_IN_THE_BODY, 200, "", "", null));
        return this;
    }

    /** Method, path, condition: {@code PUT /calendars/postmortems/1.ics If-Match "a"}. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + COLLECTION;
    }

    CalDavServer server(Duration timeout) {
        return new CalDavServer(new CalDavSettings(url(), "flow", "secret", timeout));
    }

    CalDavPublisher publisher(Duration timeout) {
        return new CalDavPublisher(server(timeout));
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        asked.add(line(exchange));
        Reply reply;
        synchronized (replies) {
            reply = replies.size() > 1 ? replies.remove() : replies.element();
        }
        switch (reply.how()) {
            case HANG_UP -> exchange.close();
            case SAY_NOTHING -> untilClosing();
            case STOP_IN_THE_BODY -> {
                exchange.sendResponseHeaders(reply.status(), 1000);
                exchange.getResponseBody().write('B');
                exchange.getResponseBody().flush();
                untilClosing();
            }
            case ANSWER -> {
                if (!reply.etag().isEmpty()) {
                    exchange.getResponseHeaders().set("ETag", reply.etag());
                }
                if (reply.location() != null) {
                    exchange.getResponseHeaders().set("Location", reply.location());
                }
                byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            }
        }
    }

    private void untilClosing() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String line(HttpExchange exchange) {
        StringBuilder line = new StringBuilder(
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
        for (String condition : List.of("If-None-Match", "If-Match")) {
            String value = exchange.getRequestHeaders().getFirst(condition);
            line.append(value == null ? "" : " " + condition + " " + value);
        }
        return line.toString();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** An entry as our writer would make it, in short. */
    static String text(String uid, int sequence, String title) {
        return String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "PRODID:-//test//EN",
                "VERSION:2.0",
                "BEGIN:VEVENT",
                "UID:" + uid,
                "DTSTAMP:20260610T120000Z",
                "DTSTART:20260612T080000Z",
                "SEQUENCE:" + sequence,
                "SUMMARY:" + title,
                "END:VEVENT",
                "END:VCALENDAR",
                "");
    }
}
