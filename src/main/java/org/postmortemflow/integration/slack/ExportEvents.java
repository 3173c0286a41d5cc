package org.postmortemflow.integration.slack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postmortemflow.timeline.FoundEvent;
import org.postmortemflow.timeline.FoundEvents;
import org.postmortemflow.timeline.FoundWriter;

/** What the messages of an export mean for a timeline. */
final class ExportEvents {

    private static final Pattern WORKSPACE =
            Pattern.compile("https://([a-z0-9][a-z0-9.-]{0,80}\\.slack\\.com)/files/.*");

    private final Map<Directory.Channel, Map<String, SlackMessage>> said;
    private final Directory directory;
    private final String host;

    /**
     * @param said messages of a channel by a key that tells them apart
     * @param workspace as of the settings; may be empty
     */
    ExportEvents(Map<Directory.Channel, Map<String, SlackMessage>> said, Directory directory, String workspace) {
        this.said = said;
        this.directory = directory;
        this.host = workspace.matches("[a-z0-9][a-z0-9.-]*") ? workspace + ".slack.com" : hostIn(said);
    }

    FoundEvents found(List<String> remarks) {
        List<FoundEvent> events = new ArrayList<>();
        Map<String, FoundWriter> writers = new LinkedHashMap<>();
        said.forEach((channel, messages) -> messages.forEach((key, message) -> {
            events.add(event(channel, key, message));
            writers.merge(writerKey(message), writer(message), ExportEvents::together);
        }));
        events.sort(Comparator.comparing(FoundEvent::at));
        return new FoundEvents(events, List.copyOf(writers.values()), remarks);
    }

    private FoundEvent event(Directory.Channel channel, String key, SlackMessage message) {
        String place = Directory.first(channel.id(), channel.label());
        return new FoundEvent(
                "slack:" + place + ":" + key,
                message.at(),
                message.threadAt(),
                message.author(),
                message.bot(),
                message.marked(),
                "Slack " + channel.label(),
                message.text(),
                null,
                link(channel, message));
    }

    private String link(Directory.Channel channel, SlackMessage message) {
        if (host.isEmpty()
                || !channel.id().matches("[A-Z0-9]{1,30}")
                || !message.ts().contains(".")) {
            return "Slack " + channel.label();
        }
        String link = "https://%s/archives/%s/p%s"
                .formatted(host, channel.id(), message.ts().replace(".", ""));
        boolean answer = !message.threadTs().equals(message.ts());
        return answer ? link + "?thread_ts=%s&cid=%s".formatted(message.threadTs(), channel.id()) : link;
    }

    private FoundWriter writer(SlackMessage message) {
        Directory.User user = directory.user(message.authorId());
        return new FoundWriter(user == null ? "" : user.email(), message.author(), message.bot(), 1);
    }

    private static String writerKey(SlackMessage message) {
        return message.bot() || message.authorId().isEmpty() ? "bot:" + message.author() : message.authorId();
    }

    private static FoundWriter together(FoundWriter one, FoundWriter other) {
        return new FoundWriter(one.reference(), one.name(), one.bot(), one.messages() + other.messages());
    }

    /** Exports do not say where they come from, but the addresses of their files do. */
    private static String hostIn(Map<Directory.Channel, Map<String, SlackMessage>> said) {
        return said.values().stream()
                .flatMap(messages -> messages.values().stream())
                .map(SlackMessage::link)
                .map(WORKSPACE::matcher)
                .filter(Matcher::matches)
                .map(found -> Objects.requireNonNull(found.group(1)))
                .filter(found -> !found.equals("files.slack.com"))
                .findFirst()
                .orElse("");
    }
}
