package org.postmortemflow.integration.slack;

import static org.postmortemflow.integration.slack.SlackJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who and what the ids of an export stand for. */
final class Directory {

    private static final int NAMED_MEMBERS = 5;

    private final Map<String, User> users = new HashMap<>();
    private final Map<String, Channel> channelsByFolder = new HashMap<>();
    private final Map<String, String> channelNames = new HashMap<>();

    /** A member of the workspace. */
    record User(String id, String name, String email, boolean bot) {}

    /** @param id empty when the lists do not have it. @param label for people */
    record Channel(String id, String label) {}

    void addUser(JsonNode user) {
        JsonNode profile = user.path("profile");
        String id = text(user, "id");
        String name = first(
                text(profile, "real_name"),
                text(user, "real_name"),
                text(profile, "display_name"),
                text(user, "name"),
                id);
        users.put(
                id,
                new User(id, name, text(profile, "email"), user.path("is_bot").asBoolean()));
    }

    /** Of {@code channels.json} and {@code groups.json}: both have names, and folders of these names. */
    void addChannel(JsonNode channel) {
        String name = text(channel, "name");
        String id = text(channel, "id");
        channelNames.put(id, name);
        channelsByFolder.put(first(name, id), new Channel(id, "#" + first(name, id)));
    }

    /** Of {@code dms.json} and {@code mpims.json}: conversations have no name that tells something. */
    void addConversation(JsonNode conversation) {
        String id = text(conversation, "id");
        List<String> members = new ArrayList<>();
        conversation.path("members").forEach(member -> members.add(name(member.asText())));
        String names = members.stream().limit(NAMED_MEMBERS).collect(Collectors.joining(", "));
        String label = "Conversation of " + first(names, id) + (members.size() > NAMED_MEMBERS ? " and others" : "");
        Channel channel = new Channel(id, label);
        channelsByFolder.put(id, channel);
        if (!text(conversation, "name").isEmpty()) {
            channelsByFolder.put(text(conversation, "name"), channel);
        }
    }

    /** A folder that no list names is a channel all the same. */
    Channel channel(String folder) {
        Channel known = channelsByFolder.get(folder);
        return known == null ? new Channel("", "#" + folder) : known;
    }

    /** Null when the export does not have the id. */
    @org.jspecify.annotations.Nullable
    User user(String id) {
        return users.get(id);
    }

    String name(String id) {
        User user = users.get(id);
        return user == null ? id : user.name();
    }

    /** Empty when it is not known. */
    String channelName(String id) {
        return channelNames.getOrDefault(id, "");
    }

    static String first(String... texts) {
        return Stream.of(texts).filter(text -> !text.isBlank()).findFirst().orElse("");
    }
}
