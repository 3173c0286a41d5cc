package org.postmortemflow.integration.caldav;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Speaks HTTP with one calendar collection, and with nothing else: no redirect is followed, no entry outside is touched. */
final class CalDavServer {

    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final URI collection;
    private final CalDavSettings settings;
    private final HttpClient client;

    /** @throws IllegalArgumentException for an address that is none of the web */
    CalDavServer(CalDavSettings settings) {
        this.settings = settings;
        this.collection = collection(settings.url());
        if (collection.getHost() == null
                || !String.valueOf(collection.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("postmortem.caldav.url must be the https:// address of a calendar");
        }
        this.client = HttpClient.newBuilder()
                // small servers stumble over the offer of HTTP/2 in a request without TLS
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeout())
                .build();
    }

    private CalDavServer(CalDavSettings settings, URI collection, HttpClient client) {
        this.settings = settings;
        this.collection = collection;
        this.client = client;
    }

    private static URI collection(String address) {
        return URI.create(address.endsWith("/") ? address : address + "/");
    }

    /** The same server at another of its calendars. */
    CalDavServer at(URI calendar) {
        if (!isHere(calendar)) {
            throw new IllegalArgumentException("on another server: " + calendar);
        }
        return new CalDavServer(settings, collection(calendar.toString()), client);
    }

    /** Whether the address is one of this server, so that it may see user and password. */
    boolean isHere(URI address) {
        return collection.getScheme().equalsIgnoreCase(address.getScheme())
                && collection.getRawAuthority().equalsIgnoreCase(address.getRawAuthority());
    }

    /** @param etag null for an answer without one */
    record Answer(int status, @Nullable String etag, String body) {

        boolean isFine() {
            return status >= 200 && status < 300;
        }
    }

    /** @param etag the entry is replaced only when it has this one, or made only when there is none: null */
    Answer put(String href, @Nullable String etag, String text) throws IOException {
        HttpRequest.Builder request = request(href)
                .header("Content-Type", "text/calendar; charset=utf-8")
                .PUT(BodyPublishers.ofString(text));
        return send(etag == null ? request.header("If-None-Match", "*") : request.header("If-Match", etag));
    }

    Answer get(String href) throws IOException {
        return send(request(href).GET());
    }

    Answer delete(String href) throws IOException {
        return send(request(href).DELETE());
    }

    /** Asks for the entries with this UID (RFC 4791 §7.8.6). */
    Answer report(String uid) throws IOException {
        String query = """
                <?xml version="1.0" encoding="utf-8"?>
                <c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">
                  <d:prop><d:getetag/></d:prop>
                  <c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"><c:prop-filter name="UID">
                    <c:text-match collation="i;octet">%s</c:text-match>
                  </c:prop-filter></c:comp-filter></c:comp-filter></c:filter>
                </c:calendar-query>
                """.formatted(uid);
        return send(query(query));
    }

    /** Asks for the entries that touch a span of time (RFC 4791 §7.8.1), and does not wait. */
    CompletableFuture<Answer> entriesBetween(Instant from, Instant to) {
        String query = """
                <?xml version="1.0" encoding="utf-8"?>
                <c:calendar-query xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav">
                  <d:prop><c:calendar-data/></d:prop>
                  <c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT">
                    <c:time-range start="%s" end="%s"/>
                  </c:comp-filter></c:comp-filter></c:filter>
                </c:calendar-query>
                """.formatted(BASIC.format(from), BASIC.format(to));
        try {
            HttpRequest request = query(query).build();
            return client.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .orTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .thenApply(CalDavServer::answer);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private HttpRequest.Builder query(String xml) throws IOException {
        return request(collection.getRawPath())
                .header("Content-Type", "application/xml; charset=utf-8")
                .header("Depth", "1")
                .method("REPORT", BodyPublishers.ofString(xml));
    }

    /** No answer, and not for want of time. */
    private static final class BrokenConnection extends IOException {

        BrokenConnection(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The path of an entry of that name. */
    String path(String name) {
        return collection.resolve(name).getRawPath();
    }

    /** Whether a path that the server names is an entry of the collection. */
    boolean holds(String href) {
        URI there = collection.resolve(href).normalize();
        return there.getRawAuthority().equals(collection.getRawAuthority())
                && there.getRawPath().startsWith(collection.getRawPath());
    }

    private HttpRequest.Builder request(String href) throws IOException {
        if (!holds(href)) {
            throw new IOException("The server names an entry outside of the calendar: " + href);
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(collection.resolve(href).normalize());
        if (!settings.user().isEmpty()) {
            byte[] both = (settings.user() + ":" + settings.password()).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
        }
        return request;
    }

    /**
     * Once more when the connection breaks: a server may have closed one that was kept. Every write is conditional, so that one
     * which had arrived is found out.
     */
    private Answer send(HttpRequest.Builder request) throws IOException {
        HttpRequest built = request.build();
        try {
            return sendOnce(built);
        } catch (BrokenConnection kept) {
            return sendOnce(built);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        String etag = response.headers().firstValue("ETag").orElse(null);
        return new Answer(response.statusCode(), etag, response.body());
    }

    /** The limit holds for the answer's body as well; the request's own timeout would end with the headers. */
    private Answer sendOnce(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<String>> sent =
                client.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            HttpResponse<String> response = sent.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return answer(response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + settings.timeout(), e);
        } catch (ExecutionException e) {
            throw new BrokenConnection(String.valueOf(e.getCause()), e);
        } finally {
            sent.cancel(true);
        }
    }
}
