package org.postmortemflow.integration.slack;

import static org.postmortemflow.integration.slack.SlackJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one message of an export. */
final class MessageReader {

    /** Slack's notes about a channel; nobody said them. */
    private static final Set<String> NOTES = Set.of(
            "channel_join",
            "channel_leave",
            "channel_topic",
            "channel_purpose",
            "channel_name",
            "channel_archive",
            "channel_unarchive",
            "channel_convert_to_private",
            "channel_posting_permissions",
            "group_join",
            "group_leave",
            "group_topic",
            "group_purpose",
            "group_name",
            "group_archive",
            "group_unarchive",
            "bot_add",
            "bot_remove",
            "pinned_item",
            "unpinned_item",
            "reminder_add",
            "tombstone");

    /** How scribes mark what belongs in the timeline. */
    private static final Set<String> MARKS =
            Set.of("pushpin", "round_pushpin", "bookmark", "memo", "star", "scroll", "clock1");

    private static final Pattern STAMP = Pattern.compile("\\d{1,11}(\\.\\d{1,9})?");
    private static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final long LATEST = Instant.parse("2100-01-01T00:00:00Z").getEpochSecond();

    private final Directory directory;
    private final SlackText slackText;

    MessageReader(Directory directory) {
        this.directory = directory;
        this.slackText = new SlackText(directory);
    }

    /** Empty for what is left out: joins and the like, what was deleted, what says nothing. */
    Optional<SlackMessage> read(JsonNode message, String file) {
        if (NOTES.contains(text(message, "subtype"))
                || message.path("hidden").asBoolean()
                || !message.path("deleted_ts").isMissingNode()) {
            return Optional.empty();
        }
        String text = slackText.readable(MessageContent.of(message));
        if (text.isBlank()) {
            return Optional.empty();
        }
        String ts = stamp(message.path("ts"));
        Instant at = instant(ts, file);
        String threadTs = Directory.first(stamp(message.path("thread_ts")), ts);
        Instant threadAt = threadTs.equals(ts) ? at : instant(threadTs, file);
        String authorId = Directory.first(text(message, "user"), text(message.path("bot_profile"), "user_id"));
        Directory.User user = directory.user(authorId);
        boolean bot = text(message, "subtype").equals("bot_message")
                || authorId.isEmpty()
                || authorId.equals("USLACKBOT")
                || user != null && user.bot();
        return Optional.of(new SlackMessage(
                ts,
                threadTs,
                at,
                threadAt.isAfter(at) ? at : threadAt,
                author(message, authorId, user),
                authorId,
                bot,
                isMarked(message),
                text,
                MessageContent.fileLink(message)));
    }

    /** An entry that tells of a change to another message carries it as {@code message}: the newest text counts. */
    static JsonNode newest(JsonNode entry) {
        boolean changed = text(entry, "subtype").equals("message_changed");
        return changed && entry.path("message").isObject() ? entry.path("message") : entry;
    }

    /** The stamp of the message that an entry says was deleted; empty when it says no such thing. */
    static String deleted(JsonNode entry) {
        return text(entry, "subtype").equals("message_deleted")
                ? Directory.first(
                        stamp(entry.path("deleted_ts")),
                        stamp(entry.path("original").path("ts")),
                        stamp(entry.path("previous_message").path("ts")))
                : "";
    }

    private static String stamp(JsonNode node) {
        return node.isTextual() || node.isNumber() ? node.asText() : "";
    }

    private static Instant instant(String stamp, String file) {
        if (STAMP.matcher(stamp).matches()) {
            BigDecimal seconds = new BigDecimal(stamp);
            long whole = seconds.longValue();
            if (whole >= EARLIEST && whole < LATEST) {
                long micros = seconds.subtract(BigDecimal.valueOf(whole))
                        .movePointRight(6)
                        .longValue();
                return Instant.ofEpochSecond(whole, micros * 1000);
            }
        }
        throw Broken.file(file, "has a message whose time cannot be read (ts: \"%s\").".formatted(Broken.shown(stamp)));
    }

    private static String author(
            JsonNode message, String authorId, Directory.@org.jspecify.annotations.Nullable User user) {
        String profile = Directory.first(
                text(message.path("user_profile"), "real_name"), text(message.path("user_profile"), "name"));
        return Directory.first(
                text(message, "subtype").equals("bot_message") ? text(message, "username") : "",
                user == null ? "" : user.name(),
                profile,
                text(message, "username"),
                text(message.path("bot_profile"), "name"),
                authorId.equals("USLACKBOT") ? "Slackbot" : authorId,
                "A bot");
    }

    private static boolean isMarked(JsonNode message) {
        for (JsonNode reaction : message.path("reactions")) {
            if (MARKS.contains(text(reaction, "name"))) {
                return true;
            }
        }
        return message.path("pinned_to").size() > 0;
    }
}
