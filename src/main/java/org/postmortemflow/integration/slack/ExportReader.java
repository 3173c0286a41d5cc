package org.postmortemflow.integration.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.timeline.FoundEvents;

/** Reads an open export: first who is who, then day by day what was said. */
final class ExportReader {

    private static final Pattern DAY = Pattern.compile("([^/]+)/\\d{4}-\\d{2}-\\d{2}\\.json");

    /** Lists, and what Slack adds beside the days. */
    private static final Pattern NO_MESSAGES = Pattern.compile(
            "(users|channels|groups|dms|mpims|org_users|integration_logs|huddle_transcripts|canvases|lists|file_conversations"
                    + "|user_groups)\\.json|[^/]+/canvas_in_the_conversation\\.json|(canvases|lists|FC:[^/]*)/.*");

    private static final int NAMED = 5;

    private final ExportArchive archive;
    private final SlackSettings settings;
    private final Directory directory = new Directory();
    private final Map<String, Map<String, SlackMessage>> byChannel = new LinkedHashMap<>();
    private final List<String> unread = new ArrayList<>();
    private int messages;
    private int leftOut;

    ExportReader(ExportArchive archive, SlackSettings settings) {
        this.archive = archive;
        this.settings = settings;
    }

    FoundEvents read() throws IOException {
        list("users.json", directory::addUser);
        list("channels.json", directory::addChannel);
        list("groups.json", directory::addChannel);
        list("dms.json", directory::addConversation);
        list("mpims.json", directory::addConversation);
        MessageReader reader = new MessageReader(directory);
        for (String path : archive.paths()) {
            Matcher day = DAY.matcher(path);
            if (day.matches()) {
                day(path, day.group(1), reader);
            } else if (path.endsWith(".json") && !NO_MESSAGES.matcher(path).matches()) {
                unread.add(path);
            }
        }
        Map<Directory.Channel, Map<String, SlackMessage>> said = new LinkedHashMap<>();
        byChannel.forEach(
                (folder, each) -> said.computeIfAbsent(directory.channel(folder), channel -> new LinkedHashMap<>())
                        .putAll(each));
        return new ExportEvents(said, directory, settings.workspace()).found(remarks());
    }

    private void list(String path, Consumer<JsonNode> each) throws IOException {
        if (archive.paths().contains(path)) {
            try (InputStream in = archive.read(path)) {
                SlackJson.objects(in, path, each);
            }
        }
    }

    private void day(String path, String folder, MessageReader reader) throws IOException {
        Map<String, SlackMessage> channel = byChannel.computeIfAbsent(folder, name -> new LinkedHashMap<>());
        Map<String, SlackMessage> changed = new HashMap<>();
        List<String> deleted = new ArrayList<>();
        try (InputStream in = archive.read(path)) {
            SlackJson.objects(in, path, entry -> {
                String gone = MessageReader.deleted(entry);
                JsonNode newest = MessageReader.newest(entry);
                if (!gone.isEmpty()) {
                    deleted.add(gone);
                    leftOut++;
                } else {
                    reader.read(newest, path)
                            .ifPresentOrElse(one -> keep(newest == entry ? channel : changed, one), () -> leftOut++);
                }
                if (++messages > settings.mostMessages()) {
                    throw Broken.export("The export holds more than %,d messages. Please export fewer channels or days."
                            .formatted(settings.mostMessages()));
                }
            });
        }
        channel.putAll(changed);
        deleted.forEach(channel::remove);
    }

    /** Slack gives no stamp twice in a channel; where an export does so all the same, no text is lost. */
    private static void keep(Map<String, SlackMessage> channel, SlackMessage message) {
        String key = message.ts();
        for (int number = 2; isOther(channel.get(key), message); number++) {
            key = message.ts() + "/" + number;
        }
        channel.put(key, message);
    }

    private static boolean isOther(@Nullable SlackMessage known, SlackMessage message) {
        return known != null && !known.text().equals(message.text());
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (leftOut > 0) {
            remarks.add(
                    leftOut == 1
                            ? "1 entry was left out: it only tells that somebody joined or left, or it was deleted or empty."
                            : "%,d entries were left out: they only tell who joined or left, or were deleted or empty."
                                    .formatted(leftOut));
        }
        if (!unread.isEmpty()) {
            String names = unread.stream().limit(NAMED).map(Broken::shown).collect(Collectors.joining(", "));
            remarks.add("Not read, because no messages are expected there: %s%s."
                    .formatted(names, unread.size() > NAMED ? " and %,d more".formatted(unread.size() - NAMED) : ""));
        }
        if (byChannel.isEmpty()) {
            remarks.add("There are no messages in this export.");
        }
        return remarks;
    }
}
