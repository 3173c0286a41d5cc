package org.postmortemflow.process.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class EngineZoneTest {

    private final TimeZone before = TimeZone.getDefault();

    @AfterEach
    void asItWas() {
        TimeZone.setDefault(before);
    }

    @Test
    void bothInstantsOfTheHourThatComesTwiceAreWrittenDifferently() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        Timestamp first = Timestamp.from(Instant.parse("2026-10-25T00:30:00Z"));
        Timestamp second = Timestamp.from(Instant.parse("2026-10-25T01:30:00Z"));
        assertThat(first.toLocalDateTime()).as("in a zone with summer time").isEqualTo(second.toLocalDateTime());

        try (var application = new AnnotationConfigApplicationContext(EngineZone.class)) {
            assertThat(application.isActive()).isTrue();
        }

        assertThat(first.toString()).isEqualTo("2026-10-25 00:30:00.0");
        assertThat(second.toString()).isEqualTo("2026-10-25 01:30:00.0");
    }
}
