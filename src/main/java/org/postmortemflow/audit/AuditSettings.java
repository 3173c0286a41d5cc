package org.postmortemflow.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param keep how long entries are kept
 * @param keepAddresses how long the network addresses in them are
 */
@ConfigurationProperties("postmortem.audit")
public record AuditSettings(
        @DefaultValue("730d") Duration keep,
        @DefaultValue("90d") Duration keepAddresses) {}
