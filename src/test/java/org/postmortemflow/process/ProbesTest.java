package org.postmortemflow.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.postmortemflow.audit.AuditSettings;
import org.postmortemflow.demo.DemoClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Readiness tells of a job executor that stands still and of a database that is gone; liveness of neither. */
@SpringBootTest(
        classes = ProbesTest.Engine.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.datasource.hikari.connection-timeout=1000", "postmortem.outbox.relay-enabled=false"})
@DirtiesContext
class ProbesTest {

    private static final Server DATABASE = database();

    @LocalServerPort
    private int port;

    @Autowired
    private JobExecutor jobExecutor;

    @Configuration
    @EnableAutoConfiguration
    @EnableConfigurationProperties(AuditSettings.class)
    @ComponentScan({
        "org.postmortemflow.people",
        "org.postmortemflow.access",
        "org.postmortemflow.signin",
        "org.postmortemflow.audit",
        "org.postmortemflow.web",
        "org.postmortemflow.process.schema"
    })
    static class Engine {

        @Bean
        DemoClock demoClock() {
            return new DemoClock(Clock.systemUTC(), Duration.ZERO, "classpath:organisation/demo.yaml");
        }
    }

    @DynamicPropertySource
    static void onItsOwnServer(DynamicPropertyRegistry properties) {
        properties.add(
                "spring.datasource.url",
                () -> "jdbc:h2:tcp://localhost:" + DATABASE.getPort() + "/mem:probes;DB_CLOSE_DELAY=-1");
    }

    @Test
    void eachProbeSaysWhatIsTrue() throws Exception {
        assertThat(status("readiness")).isEqualTo(200);
        assertThat(status("liveness")).isEqualTo(200);

        jobExecutor.shutdown();
        assertThat(status("readiness")).as("no job is done").isEqualTo(503);
        assertThat(status("liveness")).isEqualTo(200);
        jobExecutor.start();
        assertThat(status("readiness")).isEqualTo(200);

        jobExecutor.shutdown();
        DATABASE.stop();
        jobExecutor.start();
        assertThat(status("readiness")).as("the database is gone").isEqualTo(503);
        assertThat(status("liveness")).isEqualTo(200);
        jobExecutor.shutdown();
    }

    private int status(String probe) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/actuator/health/" + probe))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
    }

    private static Server database() {
        try {
            return Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
