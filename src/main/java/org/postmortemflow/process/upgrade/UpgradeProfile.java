package org.postmortemflow.process.upgrade;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** The setting {@code postmortem.upgrade} makes the program a command: it opens no port, runs no jobs, sends and fetches no mail. */
public class UpgradeProfile implements EnvironmentPostProcessor {

    /** The name of the profile. */
    public static final String NAME = "upgrade";

    /** They win over those of a node, in whose environment the command is called. */
    private static final Map<String, Object> SETTINGS = Map.of(
            "server.port",
            "-1",
            "camunda.bpm.auto-deployment-enabled",
            "false",
            "camunda.bpm.job-execution.enabled",
            "false",
            "postmortem.outbox.relay-enabled",
            "false",
            "postmortem.replies.imap.host",
            "",
            "postmortem.demo.history",
            "0",
            "spring.main.banner-mode",
            "off",
            "logging.level.root",
            "warn");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.containsProperty("postmortem.upgrade")) {
            environment.getPropertySources().addFirst(new MapPropertySource(NAME, SETTINGS));
            environment.addActiveProfile(NAME);
        }
    }

    /** The command changes no tables: it refuses a database that no node of this version has started on. */
    @Configuration
    @Profile(NAME)
    static class TablesAsTheyAre {

        @Bean
        FlywayMigrationStrategy onlyValidate() {
            return Flyway::validate;
        }
    }
}
