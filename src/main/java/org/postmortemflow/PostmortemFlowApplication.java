package org.postmortemflow;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.postmortemflow.demo.DemoClock;
import org.postmortemflow.people.PasswordCommand;
import org.postmortemflow.process.upgrade.UpgradeProfile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts everything on one port: engine, Tasklist, Cockpit, REST and our own pages. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PostmortemFlowApplication {

    public static void main(String[] args) throws IOException {
        if (args.length == 1 && args[0].equals(PasswordCommand.NAME)) {
            System.exit(PasswordCommand.run(System.in, System.out, System.err));
        }
        ConfigurableApplicationContext context = SpringApplication.run(PostmortemFlowApplication.class, args);
        if (context.getEnvironment().matchesProfiles(UpgradeProfile.NAME)) {
            System.exit(SpringApplication.exit(context));
        }
    }

    /** The only source of "now"; tests replace it. */
    @Bean
    DemoClock demoClock(
            @Value("${postmortem.clock.offset:0s}") Duration offset,
            @Value("${postmortem.organisation:classpath:organisation/demo.yaml}") String organisation) {
        return new DemoClock(Clock.systemUTC(), offset, organisation);
    }

    /** What runs by the clock does not run beside a command. */
    @Configuration
    @EnableScheduling
    @Profile("!" + UpgradeProfile.NAME)
    static class ByTheClock {}
}
