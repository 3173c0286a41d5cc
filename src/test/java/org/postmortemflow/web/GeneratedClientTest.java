package org.postmortemflow.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postmortemflow.access.Scope;
import org.postmortemflow.access.Tokens;
import org.postmortemflow.shared.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/**
 * A client in another language, generated from REST's description, calls the running application with an access token. What
 * does not fit the description does not compile.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "postmortem.outbox.relay-enabled=false",
            "postmortem.deadlines.watch-enabled=false",
            "postmortem.reminders.enabled=false",
            "postmortem.digests.enabled=false",
            "postmortem.mailbox=target/mailbox",
            "postmortem.wording.languagetool=false"
        })
@DirtiesContext
class GeneratedClientTest {

    @Autowired
    Tokens tokens;

    @LocalServerPort
    int port;

    @Test
    void itReportsReadsListsAndIsRefusedAsDescribed(@TempDir Path folder) throws Exception {
        NodeTools.need("swagger-typescript-api");
        NodeTools.need("typescript");
        Path description = Files.writeString(folder.resolve("openapi.json"), description());
        Files.copy(Path.of("tools/call-api.ts"), folder.resolve("call-api.ts"), StandardCopyOption.REPLACE_EXISTING);
        String token = tokens.make("Client", Set.of(Scope.READ, Scope.WRITE), 1, new PersonId("ada"))
                .secret();

        NodeTools.run(
                "swagger-typescript-api/dist/cli.mjs",
                "generate",
                "--path",
                description.toString(),
                "--output",
                folder.toString(),
                "--name",
                "client.ts",
                "--responses",
                "--sort-types",
                "--silent");
        NodeTools.run(
                "typescript/bin/tsc",
                "--strict",
                "--target",
                "es2022",
                "--module",
                "commonjs",
                "--lib",
                "es2022,dom",
                // nothing but what is given here
                "--typeRoots",
                folder.toString(),
                folder.resolve("call-api.ts").toString());
        NodeTools.node(folder.resolve("call-api.js").toString(), "http://localhost:" + port, token);
    }

    private String description() throws IOException, InterruptedException {
        String ada = Base64.getEncoder().encodeToString("ada:demo".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v3/api-docs"))
                .header("Authorization", "Basic " + ada)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
