package org.postmortemflow.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import org.postmortemflow.access.NeededScope;
import org.postmortemflow.access.Scope;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Who may call an operation, and the errors that follow from what it is, so that no operation has to repeat them. */
final class CommonAnswers implements GlobalOpenApiCustomizer {

    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_JSON = "application/problem+json";

    @Override
    public void customise(OpenAPI api) {
        api.getComponents().addSchemas(PROBLEM, problem());
        api.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> describe(path, method, operation)));
    }

    private static void describe(String path, PathItem.HttpMethod method, Operation operation) {
        ApiResponses answers = operation.getResponses();
        if (path.startsWith("/api/")) {
            Scope scope = NeededScope.of(method.name(), path);
            operation.security(List.of(
                    new SecurityRequirement().addList(ApiDescription.TOKEN),
                    new SecurityRequirement().addList(ApiDescription.PASSWORD)));
            operation.addExtension("x-scope", scope.key());
            operation.description(
                    said(operation.getDescription()) + "An access token needs the scope `" + scope.key() + "`.");
            boolean changes = method != PathItem.HttpMethod.GET;
            boolean asks = operation.getRequestBody() != null || operation.getParameters() != null;
            add(answers, asks, "400", "Something cannot be read or taken; one entry per field under `errors`");
            add(answers, true, "401", "Nobody is signed in, or the access token is unknown, revoked or expired");
            add(answers, true, "403", "The access token lacks the scope that `scope` names");
            add(answers, path.contains("{"), "404", "There is nothing with this id, or it is private and not for you");
            add(
                    answers,
                    true,
                    "429",
                    "Too often in a short time; `Retry-After` says in how many seconds it can be again");
            add(answers, changes, "409", "As things stand this cannot be done, or it is for somebody else");
        } else {
            operation.security(List.of());
            operation.description(
                    said(operation.getDescription()) + "Nobody signs in: each message carries a signature.");
        }
        answers.forEach((status, answer) -> {
            if (status.startsWith("4")) {
                answer.content(new Content()
                        .addMediaType(
                                PROBLEM_JSON,
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
            }
        });
    }

    private static String said(String description) {
        return description == null ? "" : description.strip() + "\n\n";
    }

    private static void add(ApiResponses answers, boolean applies, String status, String description) {
        if (applies && !answers.containsKey(status)) {
            answers.addApiResponse(status, new ApiResponse().description(description));
        }
    }

    private static Schema<?> problem() {
        Schema<?> error = new ObjectSchema();
        error.addProperty("field", new StringSchema().description("Empty for the request as a whole"));
        error.addProperty("message", new StringSchema().description("What to mend"));
        error.setRequired(List.of("field", "message"));
        Schema<?> problem = new ObjectSchema().description("What went wrong (RFC 9457)");
        problem.addProperty("type", new StringSchema());
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", new StringSchema().description("In words, for people"));
        problem.addProperty("instance", new StringSchema().description("The address that was asked"));
        problem.addProperty("scope", new StringSchema().description("With 403: what the access token lacks"));
        problem.addProperty("errors", new ArraySchema().items(error));
        problem.setRequired(List.of("title", "status"));
        return problem;
    }
}
