package org.postmortemflow.signin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a minute one person may do what costs the machine most.
 *
 * @param search searches
 * @param exports files that are made: PDF, CSV and the like
 * @param imports files that are read
 * @param refusedWebhooks messages without a valid signature that one address may send
 */
@ConfigurationProperties("postmortem.limits")
record LimitSettings(
        @DefaultValue("120") int search,
        @DefaultValue("60") int exports,
        @DefaultValue("30") int imports,
        @DefaultValue("60") int refusedWebhooks) {}
