package org.postmortemflow;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * The whole application on H2 in memory with a clock that stands still; nothing runs in the background: tests run jobs and
 * the mail relay themselves. All such tests share one application, so each makes its own incident and looks only at that.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "management.prometheus.metrics.export.enabled=true",
            "postmortem.monitoring.keep=0s",
            "postmortem.outbox.relay-enabled=false",
            "postmortem.deadlines.watch-enabled=false",
            "postmortem.reminders.enabled=false",
            "postmortem.digests.enabled=false",
            "postmortem.figures.every=1h",
            "postmortem.mailbox=target/mailbox",
            "postmortem.wording.languagetool=false",
            "postmortem.limits.search=1000000",
            "postmortem.limits.exports=1000000",
            "postmortem.limits.imports=1000000",
            "postmortem.limits.refused-webhooks=1000000",
            "postmortem.sign-in.guesses-per-address=1000000",
            "postmortem.sign-in.guesses=1000000",
            "postmortem.sign-in.guesses-per-account=1000000",
            "postmortem.pagerduty.secrets=test-secret,old-secret"
        })
@AutoConfigureMockMvc
@Import(ApplicationTest.Standing.class)
@ExtendWith(ClockAtStart.class)
public @interface ApplicationTest {

    /** Replaces the running clock. */
    @TestConfiguration
    class Standing {

        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }
}
