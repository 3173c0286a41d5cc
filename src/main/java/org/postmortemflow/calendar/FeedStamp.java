package org.postmortemflow.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.postmortemflow.shared.PostmortemId;

/** Tells one state of a feed from another without writing it: all that its octets depend on, as one number. */
final class FeedStamp {

    /** How these are written stands for how all are: a new version of the program may write them in another way. */
    static final List<CalendarMeeting> SAMPLES = List.of(sample(false), sample(true));

    private static final int OCTETS = 16;

    private FeedStamp() {}

    /** @param written the feed of the samples, as this one would be written */
    static String of(String written, List<CalendarMeeting> meetings) {
        MessageDigest digest = digest();
        add(digest, written);
        for (CalendarMeeting meeting : meetings) {
            String videoLink = meeting.videoLink();
            add(digest, meeting.uid());
            add(digest, CalendarText.plain(meeting.title()));
            add(digest, videoLink == null ? "none" : "link " + CalendarText.plain(videoLink));
            add(
                    digest,
                    "%d %d %d %d %s"
                            .formatted(
                                    meeting.start().getEpochSecond(),
                                    meeting.end().getEpochSecond(),
                                    meeting.changedAt().getEpochSecond(),
                                    meeting.sequence(),
                                    meeting.cancelled()));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, OCTETS);
    }

    /** With its length, so that no two lists of texts run together to the same octets. */
    private static void add(MessageDigest digest, String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        digest.update((octets.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(octets);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static CalendarMeeting sample(boolean cancelled) {
        PostmortemId id = new PostmortemId(new UUID(0, cancelled ? 1 : 0));
        String videoLink = cancelled ? null : "https://video.example/";
        Duration hour = Duration.ofHours(1);
        return new CalendarMeeting(
                id, "Title", null, Instant.EPOCH, hour, videoLink, 1, cancelled, false, Instant.EPOCH, false);
    }
}
