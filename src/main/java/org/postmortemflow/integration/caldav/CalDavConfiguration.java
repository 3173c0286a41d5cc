package org.postmortemflow.integration.caldav;

import java.time.Clock;
import java.time.Duration;
import org.postmortemflow.people.Organisation;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Off unless an address is set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("postmortem.caldav.url")
class CalDavConfiguration {

    /** For this long a page waits for who is busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Bean
    CalDavServer calDavServer(CalDavSettings settings) {
        return new CalDavServer(settings);
    }

    @Bean
    CalDavPublisher calDavPublisher(CalDavServer server) {
        return new CalDavPublisher(server);
    }

    @Bean
    OwnCalendars ownCalendars(CalDavServer server, CalDavSettings settings, Organisation organisation, Clock clock) {
        Duration patience = settings.timeout().compareTo(PATIENCE) < 0 ? settings.timeout() : PATIENCE;
        return new OwnCalendars(server, patience, organisation, clock);
    }
}
