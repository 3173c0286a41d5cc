package org.postmortemflow.monitoring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code postmortem.monitoring.*}.
 *
 * @param keep for how long figures are told again without counting anew; zero counts for each figure
 */
@ConfigurationProperties("postmortem.monitoring")
public record MonitoringSettings(@DefaultValue("10s") Duration keep) {

    public MonitoringSettings {
        if (keep.isNegative()) {
            throw new IllegalArgumentException("postmortem.monitoring.keep is negative: " + keep);
        }
    }
}
