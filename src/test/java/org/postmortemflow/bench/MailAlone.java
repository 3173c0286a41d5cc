package org.postmortemflow.bench;

import java.time.Clock;
import org.postmortemflow.notification.MailSettings;
import org.postmortemflow.notification.OutboxSettings;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** The rooms that mail goes through, with nothing else around them; the relay is started by hand. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = {
            "org.postmortemflow.notification",
            "org.postmortemflow.people",
            "org.postmortemflow.integration.mail"
        },
        excludeFilters = {
            @ComponentScan.Filter(
                    type = FilterType.REGEX,
                    pattern = ".*(\\.web\\.|Outbox(Health|Metrics)|Test|Page|LocalMailbox).*"),
            @ComponentScan.Filter(TestConfiguration.class)
        })
@EnableConfigurationProperties({MailSettings.class, OutboxSettings.class})
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    MailSenderAutoConfiguration.class
})
class MailAlone {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
