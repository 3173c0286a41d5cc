package org.postmortemflow.privacy;

import java.time.Duration;
import java.util.stream.Stream;
import org.postmortemflow.people.KeptForATime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Settings {@code postmortem.retention.*}: for how long each {@link KeptForATime.Kind} is kept; not negative. */
@ConfigurationProperties("postmortem.retention")
public record RetentionSettings(
        @DefaultValue("90d") Duration gathered,
        @DefaultValue("90d") Duration replies,
        @DefaultValue("400d") Duration notices,
        @DefaultValue("400d") Duration tokens,
        @DefaultValue("400d") Duration deliveries) {

    public RetentionSettings {
        if (Stream.of(gathered, replies, notices, tokens, deliveries).anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("A setting postmortem.retention.* is negative.");
        }
    }

    Duration of(KeptForATime.Kind kind) {
        return switch (kind) {
            case GATHERED -> gathered;
            case REPLIES -> replies;
            case NOTICES -> notices;
            case TOKENS -> tokens;
            case DELIVERIES -> deliveries;
        };
    }
}
