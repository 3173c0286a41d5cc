package org.postmortemflow.integration.pagerduty;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.Severity;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the webhook.
 *
 * @param secrets signing secrets of the webhook subscriptions; several while one replaces another; without any, nothing is
 *     accepted
 * @param severities name of a PagerDuty priority to severity; a name that is missing stands for an unknown severity
 */
@ConfigurationProperties("postmortem.pagerduty")
record PagerDutySettings(List<String> secrets, Map<String, String> severities) {

    private static final Map<String, String> USUAL =
            Map.of("P1", "sev-1", "P2", "sev-2", "P3", "sev-3", "P4", "sev-4", "P5", "sev-5");

    PagerDutySettings(@Nullable List<String> secrets, @Nullable Map<String, String> severities) {
        this.secrets = secrets == null
                ? List.of()
                : secrets.stream().filter(secret -> !secret.isBlank()).toList();
        this.severities = severities == null || severities.isEmpty() ? USUAL : Map.copyOf(severities);
        this.severities.forEach((priority, severity) -> {
            if (Severity.parse(severity).isEmpty()) {
                throw new IllegalArgumentException(
                        "postmortem.pagerduty.severities: %s is mapped to %s, which is no severity; use sev-1 to sev-5"
                                .formatted(priority, severity));
            }
        });
    }

    /** Priority names in lower case to severities: people write "P1" as well as "p1". */
    Map<String, Severity> severityByPriority() {
        Map<String, Severity> byName = new TreeMap<>();
        severities.forEach((priority, severity) -> byName.put(
                priority.toLowerCase(Locale.ROOT), Severity.parse(severity).orElseThrow()));
        return byName;
    }
}
