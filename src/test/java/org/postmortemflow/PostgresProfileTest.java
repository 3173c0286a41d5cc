package org.postmortemflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.ConfigurableApplicationContext;

/** With the profile, nothing starts without a PostgreSQL. */
class PostgresProfileTest {

    @Test
    void withoutAnAddressTheStartIsRefusedWithAPlainReason() {
        assertThatThrownBy(() -> start())
                .isInstanceOfSatisfying(
                        InvalidConfigurationPropertyValueException.class,
                        refused -> assertThat(refused.getReason()).contains("SPRING_DATASOURCE_URL"));
    }

    @Test
    void anotherDatabaseIsRefused() {
        assertThatThrownBy(() -> start("--spring.datasource.url=jdbc:h2:mem:x"))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class);
    }

    @Test
    void aPostgresIsTaken() {
        try (ConfigurableApplicationContext context = start("--spring.datasource.url=jdbc:postgresql://db:5432/x")) {
            assertThat(context.isActive()).isTrue();
        }
    }

    private static ConfigurableApplicationContext start(String... more) {
        SpringApplication alone = new SpringApplicationBuilder(PostgresProfile.class)
                .profiles("postgres")
                .web(WebApplicationType.NONE)
                .build();
        return alone.run(more);
    }
}
