package org.postmortemflow.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.StepAnswers;
import org.springframework.stereotype.Component;

/** Lists and rows travel as the engine's Json values; everything else as it is. */
@Component
public class EngineValues {

    private final ObjectMapper json;

    EngineValues(ObjectMapper json) {
        this.json = json;
    }

    /** Texts beyond what a variable can hold are cut; no editable field is that long. */
    public @Nullable Object toEngine(@Nullable Object value) {
        if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
            return rows(value);
        }
        if (value instanceof String text && text.length() > StepAnswers.MAX_TEXT) {
            return text.substring(0, StepAnswers.MAX_TEXT - 1) + "…";
        }
        return value;
    }

    /** The opposite of {@link #toEngine}: Json becomes lists and maps. */
    public Map<String, @Nullable Object> fromEngine(Map<String, ?> variables) {
        Map<String, @Nullable Object> plain = new HashMap<>();
        variables.forEach((name, value) -> plain.put(name, value instanceof SpinJsonNode node ? read(node) : value));
        return plain;
    }

    private TypedValue rows(Object value) {
        try {
            return SpinValues.jsonValue(json.writeValueAsString(value)).create();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Object read(SpinJsonNode node) {
        try {
            return json.readValue(node.toString(), Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
