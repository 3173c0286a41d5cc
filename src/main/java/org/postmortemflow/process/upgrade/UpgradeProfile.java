package org.postmortemflow.process.upgrade;

import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** The setting {@code postmortem.upgrade} makes the program a command: the profile of this name opens no port and runs no jobs. */
public class UpgradeProfile implements EnvironmentPostProcessor, Ordered {

    /** See {@code application-upgrade.yaml}. */
    public static final String NAME = "upgrade";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.containsProperty("postmortem.upgrade")) {
            application.setAdditionalProfiles(NAME);
        }
    }

    /** Before the files are read that belong to profiles. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER - 1;
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
