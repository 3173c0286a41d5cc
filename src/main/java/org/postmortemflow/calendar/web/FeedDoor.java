package org.postmortemflow.calendar.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
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
    ResponseEntity<byte[]> shared(
            @RequestParam(defaultValue = "") String key,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings)
            throws IOException {
        return addresses.holder(key).isEmpty() ? nothing() : answer(feed.shared(), encodings);
    }

    @GetMapping(MINE)
    ResponseEntity<byte[]> mine(
            @RequestParam(defaultValue = "") String key,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings)
            throws IOException {
        var person = addresses.holder(key).map(holder -> holder.person());
        return person.isEmpty() ? nothing() : answer(feed.of(person.get()), encodings);
    }

    private static ResponseEntity<byte[]> answer(String text, String encodings) throws IOException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        boolean zipped = takesGzip(encodings);
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
                .varyBy(HttpHeaders.ACCEPT_ENCODING)
                // each of the two forms has its own strong tag (RFC 9110 §8.8.3)
                .eTag('"' + hash(octets) + (zipped ? "-gzip" : "") + '"');
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

    private static String hash(byte[] octets) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(octets), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
