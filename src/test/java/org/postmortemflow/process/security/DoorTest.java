package org.postmortemflow.process.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postmortemflow.audit.AuditSettings;
import org.postmortemflow.demo.DemoClock;
import org.postmortemflow.demo.DemoData;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Engine, Tasklist, REST and the sign-in before them over real HTTP, without the capabilities behind. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = DoorTest.Door.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false"
        })
@ExtendWith(DoorTest.OwnEngine.class)
@interface DoorTest {

    /** The engine's servlets find their engine by name in a static map, where other tests' engines have the same name. */
    class OwnEngine implements BeforeEachCallback {

        @Override
        public void beforeEach(ExtensionContext context) {
            ProcessEngines.registerProcessEngine(
                    SpringExtension.getApplicationContext(context).getBean(ProcessEngine.class));
        }
    }

    @Configuration
    @EnableAutoConfiguration
    @EnableConfigurationProperties(AuditSettings.class)
    @ComponentScan({
        "org.postmortemflow.people",
        "org.postmortemflow.access",
        "org.postmortemflow.signin",
        "org.postmortemflow.audit",
        "org.postmortemflow.web",
        "org.postmortemflow.process.identity",
        "org.postmortemflow.process.security",
        "org.postmortemflow.process.schema"
    })
    class Door {

        /** Every page asks whether it is another time. */
        @Bean
        DemoClock demoClock() {
            return new DemoClock(Clock.systemUTC(), Duration.ZERO, "classpath:organisation/demo.yaml");
        }

        @Bean
        DemoData demoData() {
            return new DemoData();
        }

        @Bean
        Trap trap() {
            return new Trap();
        }
    }

    /** Springs when an expression that came in from outside is evaluated: {@code ${trap.spring()}}. */
    class Trap {

        static final String EXPRESSION = "${trap.spring()}";

        private final AtomicInteger times = new AtomicInteger();

        public String spring() {
            return "sprung-" + times.incrementAndGet();
        }

        int times() {
            return times.get();
        }
    }
}
