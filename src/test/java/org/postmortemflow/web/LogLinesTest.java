package org.postmortemflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;
import org.springframework.core.io.ClassPathResource;

/** What a mail server or a person sends cannot forge lines of the log. */
class LogLinesTest {

    @Test
    void aMessageIsOneLine() throws IOException {
        LoggerContext context = new LoggerContext();
        PatternLayout layout = new PatternLayout();
        layout.getInstanceConverterMap().put("wEx", ExtendedWhitespaceThrowableProxyConverter::new);
        layout.setContext(context);
        layout.setPattern(pattern());
        layout.start();
        String sent = "550 no\r\n2026-06-10T12:00:00Z ERROR forged\n\rmore";

        String line = layout.doLayout(new LoggingEvent(
                "", context.getLogger("org.postmortemflow.Test"), Level.WARN, "The server says {}", null, new Object[] {
                    sent
                }));

        assertThat(line.lines()).hasSize(1);
        assertThat(line).contains("WARN", "The server says 550 no | 2026-06-10T12:00:00Z ERROR forged | more");
    }

    private static String pattern() throws IOException {
        return (String) Objects.requireNonNull(new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .get(0)
                .getProperty("logging.pattern.console"));
    }
}
