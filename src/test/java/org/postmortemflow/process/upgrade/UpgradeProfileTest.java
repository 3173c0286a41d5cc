package org.postmortemflow.process.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class UpgradeProfileTest {

    private static final Map<String, Object> OF_A_NODE = Map.of(
            "server.port", "8080",
            "postmortem.outbox.relay-enabled", "true",
            "postmortem.replies.imap.host", "imap.example",
            "spring.profiles.active", "postgres");

    @Test
    void aCommandOpensNoPortAndMovesNoMailInTheEnvironmentOfANode() {
        StandardEnvironment environment = environment(Map.of("postmortem.upgrade", "dry-run"));

        assertThat(environment.getActiveProfiles()).containsExactly("postgres", UpgradeProfile.NAME);
        assertThat(environment.getProperty("server.port")).isEqualTo("-1");
        assertThat(environment.getProperty("camunda.bpm.job-execution.enabled")).isEqualTo("false");
        assertThat(environment.getProperty("postmortem.outbox.relay-enabled")).isEqualTo("false");
        assertThat(environment.getProperty("postmortem.replies.imap.host")).isEmpty();
    }

    @Test
    void aNodeIsLeftAlone() {
        StandardEnvironment environment = environment(Map.of());

        assertThat(environment.getActiveProfiles()).containsExactly("postgres");
        assertThat(environment.getProperty("server.port")).isEqualTo("8080");
    }

    private static StandardEnvironment environment(Map<String, Object> more) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("node", OF_A_NODE));
        environment.getPropertySources().addFirst(new MapPropertySource("arguments", more));
        new UpgradeProfile().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
