package org.postmortemflow.process.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.process.security.Visitor.header;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What changes where people come by https. */
@DoorTest
@TestPropertySource(properties = "postmortem.public-url=https://postmortems.example.com")
class HttpsTest {

    @LocalServerPort
    private int port;

    @Test
    void cookiesTravelByHttpsAlone() {
        HttpResponse<String> page = Visitor.stranger(port).get("/login", "X-Forwarded-Proto", "https");
        assertThat(header(page, "Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("__Host-session=")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax");
        assertThat(header(page, "Strict-Transport-Security")).hasSize(1);
    }

    @Test
    void programsAreToldTheSame() {
        HttpResponse<String> answer = Visitor.stranger(port).get("/engine-rest/task", "X-Forwarded-Proto", "https");
        assertThat(header(answer, "Strict-Transport-Security")).hasSize(1);
        assertThat(header(answer, "Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'");
        assertThat(header(answer, "Set-Cookie")).isEmpty();
    }
}
