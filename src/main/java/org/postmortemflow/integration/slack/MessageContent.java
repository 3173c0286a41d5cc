package org.postmortemflow.integration.slack;

import static org.postmortemflow.integration.slack.SlackJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a message says: its text, what programs put beside the text, and the names of its files. Still in Slack's markup. */
final class MessageContent {

    private MessageContent() {}

    static String of(JsonNode message) {
        List<String> parts = new ArrayList<>();
        parts.add(text(message, "text"));
        for (JsonNode attachment : message.path("attachments")) {
            if (!isPreview(attachment)) {
                add(parts, attached(attachment));
            }
        }
        if (String.join("", parts).isBlank()) {
            blocks(message.path("blocks"), parts);
        }
        for (JsonNode file : message.path("files")) {
            String name = Directory.first(text(file, "name"), text(file, "title"));
            add(parts, name.isEmpty() ? "" : "File: " + escaped(name));
        }
        parts.removeIf(String::isBlank);
        return String.join("\n", parts);
    }

    /** Only the address shows which workspace it was. */
    static String fileLink(JsonNode message) {
        for (JsonNode file : message.path("files")) {
            if (!text(file, "permalink").isEmpty()) {
                return text(file, "permalink");
            }
        }
        return "";
    }

    /** Slack's own preview of a link in the text says nothing that somebody said. */
    private static boolean isPreview(JsonNode attachment) {
        return attachment.has("from_url") || attachment.has("original_url");
    }

    private static String attached(JsonNode attachment) {
        List<String> lines = new ArrayList<>();
        add(lines, text(attachment, "pretext"));
        String title = text(attachment, "title");
        String address = text(attachment, "title_link");
        boolean linked = !title.isEmpty() && address.matches("https?://[^<>|\\s]+");
        add(lines, linked ? "<" + address + "|" + title + ">" : title);
        add(lines, text(attachment, "text"));
        for (JsonNode field : attachment.path("fields")) {
            String value = text(field, "value");
            add(lines, value.isEmpty() ? text(field, "title") : text(field, "title") + ": " + value);
        }
        if (lines.isEmpty()) {
            blocks(attachment.path("blocks"), lines);
        }
        if (lines.isEmpty()) {
            add(lines, text(attachment, "fallback"));
        }
        return String.join("\n", lines);
    }

    /** Every text in Slack's blocks, which nest; a reader of JSON has limited how deep. */
    private static void blocks(JsonNode node, List<String> into) {
        for (JsonNode child : node) {
            String said = text(child, "text");
            if (!said.isEmpty()) {
                into.add(said);
            } else {
                blocks(child, into);
            }
        }
    }

    private static void add(List<String> parts, String part) {
        if (!part.isBlank()) {
            parts.add(part);
        }
    }

    private static String escaped(String name) {
        return name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
