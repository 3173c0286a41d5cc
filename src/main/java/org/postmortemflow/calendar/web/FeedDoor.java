package org.postmortemflow.calendar.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.calendar.CalendarAddresses;
import org.postmortemflow.calendar.CalendarFeed;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Feeds for calendar programs, which cannot sign in: the key in the address opens them; for any other there is nothing here.
 * Compressed here, as the server's own compression leaves out answers with a strong ETag.
 */
@Controller
class FeedDoor {

    static final String SHARED = "/calendar/postmortem-meetings.ics";
    static final String MINE = "/calendar/my-postmortem-meetings.ics";

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final CalendarAddresses addresses;
    private final CalendarFeed feed;

    FeedDoor(CalendarAddresses addresses, CalendarFeed feed) {
        this.addresses = addresses;
        this.feed = feed;
    }

    /** The shared calendar, for the organisation's key and for each person's. */
    @GetMapping(SHARED)
    @Nullable
    ResponseEntity<byte[]> shared(
            @RequestParam(defaultValue = "") String key,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings,
            ServletWebRequest request)
            throws IOException {
        return addresses.holder(key).isEmpty() ? nothing() : answer(feed.sharedEdition(), encodings, request);
    }

    @GetMapping(MINE)
    @Nullable
    ResponseEntity<byte[]> mine(
            @RequestParam(defaultValue = "") String key,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings,
            ServletWebRequest request)
            throws IOException {
        var person = addresses.holder(key).map(holder -> holder.person());
        return person.isEmpty() ? nothing() : answer(feed.editionOf(person.get()), encodings, request);
    }

    /** Null when the reader has this edition: most do, most of the time, and then nothing is written. */
    private static @Nullable ResponseEntity<byte[]> answer(
            CalendarFeed.Edition edition, String encodings, ServletWebRequest request) throws IOException {
        boolean zipped = takesGzip(encodings);
        HttpServletResponse response = Objects.requireNonNull(request.getResponse());
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(FRESH).cachePrivate().getHeaderValue());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        // each of the two forms has its own strong tag (RFC 9110 §8.8.3)
        if (request.checkNotModified('"' + edition.stamp() + (zipped ? "-gzip" : "") + '"')) {
            return null;
        }
        byte[] octets = edition.text().get().getBytes(StandardCharsets.UTF_8);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(CALENDAR);
        return zipped ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(zip(octets)) : answer.body(octets);
    }

    private static ResponseEntity<byte[]> nothing() {
        return ResponseEntity.notFound().build();
    }

    private static boolean takesGzip(@Nullable String encodings) {
        return encodings != null && encodings.matches("(?i)(.*[,\\s])?gzip(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
    }

    private static byte[] zip(byte[] octets) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream(octets.length / 4);
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(octets);
        }
        return zipped.toByteArray();
    }
}
