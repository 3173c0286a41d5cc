package org.postmortemflow.integration.caldav;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code postmortem.caldav.*}.
 *
 * @param url of the calendar collection; nothing is published without one
 * @param user for HTTP Basic; empty for none
 * @param password from the environment: {@code POSTMORTEM_CALDAV_PASSWORD}
 * @param timeout for each request as a whole, the answer's body included
 */
@ConfigurationProperties("postmortem.caldav")
record CalDavSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("10s") Duration timeout) {

    /** Without the password: settings come into logs. */
    @Override
    public String toString() {
        return "CalDavSettings[url=%s, user=%s, timeout=%s]".formatted(url, user, timeout);
    }
}
