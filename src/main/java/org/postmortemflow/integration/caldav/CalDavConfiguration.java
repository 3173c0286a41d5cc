package org.postmortemflow.integration.caldav;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Off unless an address is set. */
@Configuration(proxyBeanMethods = false)
class CalDavConfiguration {

    @Bean
    @ConditionalOnProperty("postmortem.caldav.url")
    CalDavPublisher calDavPublisher(CalDavSettings settings) {
        return new CalDavPublisher(new CalDavServer(settings));
    }
}
