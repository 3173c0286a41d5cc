package org.postmortemflow.integration.slack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads a file of an export, which is a list of objects, one after the other. */
final class SlackJson {

    /** Slack's texts have 40,000 characters at most; previews of files are longer. */
    private static final int LONGEST_TEXT = 1_000_000;

    private static final int DEEPEST = 60;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(100)
                    .maxNameLength(1000)
                    .build())
            .build());

    private SlackJson() {}

    /** @throws org.postmortemflow.shared.Refused naming the file when it is anything else; {@code each} saw some by then */
    static void objects(InputStream in, String name, Consumer<JsonNode> each) throws IOException {
        try (JsonParser parser = JSON.getFactory().createParser(in)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw Broken.file(name, "is no list in JSON, as every file of an export is.");
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                each.accept(JSON.readTree(parser));
            }
            if (parser.currentToken() != JsonToken.END_ARRAY || parser.nextToken() != null) {
                throw Broken.file(
                        name,
                        "holds something that is no entry, at line %d."
                                .formatted(parser.currentLocation().getLineNr()));
            }
        } catch (JsonProcessingException unreadable) {
            throw Broken.file(
                    name,
                    "cannot be read as JSON in UTF-8: it is cut off or damaged at line %s."
                            .formatted(
                                    unreadable.getLocation() == null
                                            ? "1"
                                            : unreadable.getLocation().getLineNr()));
        } catch (java.io.CharConversionException unreadable) {
            throw Broken.file(name, "cannot be read as text in UTF-8.");
        }
    }

    /** Text of a field; empty when it has none. */
    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? value.textValue() : "";
    }
}
