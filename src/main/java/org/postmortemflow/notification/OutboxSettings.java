package org.postmortemflow.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code postmortem.outbox.*}.
 *
 * @param relayEnabled whether this node sends
 * @param poll how often it looks for mail
 * @param lease how long messages that a node took stay its own; after that the node counts as dead
 * @param giveUpAfter how long a message is tried before an operator has to look at it
 * @param retryAfter how long a message waits that a server did not take; doubled each time, up to an hour
 * @param threads how many connections this node sends through side by side
 * @param batch how many messages a connection takes at once
 * @param keepSent how long what a sent mail said is kept; not negative
 */
@ConfigurationProperties("postmortem.outbox")
public record OutboxSettings(
        @DefaultValue("true") boolean relayEnabled,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("24h") Duration giveUpAfter,
        @DefaultValue("1m") Duration retryAfter,
        @DefaultValue("2") int threads,
        @DefaultValue("20") int batch,
        @DefaultValue("90d") Duration keepSent) {

    public OutboxSettings {
        if (keepSent.isNegative()) {
            throw new IllegalArgumentException("postmortem.outbox.keep-sent is negative: " + keepSent);
        }
    }
}
