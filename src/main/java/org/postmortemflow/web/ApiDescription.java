package org.postmortemflow.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Locale;
import org.postmortemflow.shared.PersonId;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How REST describes itself at {@code /v3/api-docs}: what all operations have in common; the rest stands at each of them. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    static final String TOKEN = "accessToken";
    static final String PASSWORD = "password";

    private static final String ABOUT = """
            What the pages show and do, for programs: the same people may do the same, and the same refusals answer.

            Sign in with an access token from `/settings/tokens` (`Authorization: Bearer pmf_...`), or with HTTP Basic. All times are \
            UTC in ISO 8601. A list is read on with what the answer before gave as `next`. Errors are problem+json (RFC 9457); a \
            refusal has one entry per field under `errors`. A private postmortem is not there (404) for those who may not read it.""";

    static {
        // who is signed in is no parameter, see SignedIn
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(PersonId.class);
    }

    @Bean
    OpenAPI openApi(@Value("${postmortem.public-url:http://localhost:8080}") String publicUrl) {
        return new OpenAPI()
                .info(new Info().title("Postmortem Flow").version("1").description(ABOUT))
                .servers(List.of(new Server().url(publicUrl)))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("pmf_...")
                                        .description(
                                                "A personal access token; each operation names the scope that it needs"))
                        .addSecuritySchemes(
                                PASSWORD,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("The id and password of a person of the organisation file")));
    }

    /** Names that stay the same when operations are added: generated clients call their methods so. */
    @Bean
    GlobalOperationCustomizer operationNames() {
        return (operation, handler) -> {
            String type = handler.getBeanType().getSimpleName().replaceFirst("(Api|Download)$", "");
            String room = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
            String method = handler.getMethod().getName();
            return operation.operationId(
                    room.equals(method)
                            ? room
                            : room + method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1));
        };
    }

    @Bean
    GlobalOpenApiCustomizer commonAnswers() {
        return new CommonAnswers();
    }

    @Bean
    GlobalOpenApiCustomizer examples() {
        return new ApiExamples();
    }
}
