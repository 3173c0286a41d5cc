package org.postmortemflow.wording;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code postmortem.wording.*}.
 *
 * @param languagetool whether spelling and grammar of the external message are checked; about 110 MB of heap once it is used
 * @param internalDomains hosts at or below these are internal: nothing in a message to customers leads there
 */
@ConfigurationProperties("postmortem.wording")
public record WordingSettings(
        @DefaultValue("true") boolean languagetool,
        @DefaultValue({}) Set<String> internalDomains) {}
