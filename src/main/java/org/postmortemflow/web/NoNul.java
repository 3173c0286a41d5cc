package org.postmortemflow.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import org.springframework.boot.jackson.JsonComponent;

/** Text in JSON is refused when it has the character NUL, which PostgreSQL does not store. */
@JsonComponent(type = String.class)
class NoNul extends StringDeserializer {

    private static final long serialVersionUID = 1L;

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = super.deserialize(parser, context);
        if (text != null && text.indexOf('\0') >= 0) {
            throw context.weirdStringException(text, String.class, "has the character NUL");
        }
        return text;
    }
}
