package org.postmortemflow;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** Whoever starts with the profile {@code postgres} means it: a database in memory or in a file would be a silent loss. */
@Configuration(proxyBeanMethods = false)
@Profile("postgres")
class PostgresProfile {

    private static final String URL = "spring.datasource.url";

    /** Looks before anything connects. */
    @Bean
    static BeanFactoryPostProcessor postgresIsNamed(Environment settings) {
        return beans -> {
            String url = settings.getProperty(URL, "");
            if (!url.startsWith("jdbc:postgresql:")) {
                throw new InvalidConfigurationPropertyValueException(
                        URL,
                        url,
                        "With the profile \"postgres\" it names the database: set SPRING_DATASOURCE_URL to "
                                + "jdbc:postgresql://<host>:5432/<database>, and SPRING_DATASOURCE_USERNAME and "
                                + "SPRING_DATASOURCE_PASSWORD.");
            }
        };
    }
}
