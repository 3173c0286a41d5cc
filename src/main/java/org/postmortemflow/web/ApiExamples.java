package org.postmortemflow.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One example for what each operation takes and answers, from {@code openapi/examples.yaml}; what the operation itself brings
 * stays. The description's linter holds them against the schemas.
 */
final class ApiExamples implements GlobalOpenApiCustomizer {

    private static final String REQUEST = "request";
    private static final String RESPONSE = "response";

    /** Either part may be left out: then there is nothing to show. */
    private final Map<String, Map<String, Object>> byOperation;

    ApiExamples() {
        try (InputStream file = new ClassPathResource("openapi/examples.yaml").getInputStream()) {
            // Jackson's reader does not follow YAML's references
            byOperation = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().values().forEach(path -> path.readOperations().forEach(this::illustrate));
    }

    private void illustrate(Operation operation) {
        Map<String, Object> example = byOperation.get(operation.getOperationId());
        if (example == null) {
            return;
        }
        if (operation.getRequestBody() != null) {
            show(operation.getRequestBody().getContent(), example.get(REQUEST));
        }
        operation.getResponses().forEach((status, answer) -> {
            if (status.startsWith("2")) {
                show(answer.getContent(), example.get(RESPONSE));
            }
        });
    }

    private static void show(@Nullable Content content, @Nullable Object example) {
        MediaType json = content == null ? null : content.get("application/json");
        if (json != null && example != null && json.getExample() == null) {
            json.example(example);
        }
    }
}
