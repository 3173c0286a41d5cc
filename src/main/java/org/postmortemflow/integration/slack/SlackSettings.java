package org.postmortemflow.integration.slack;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings {@code postmortem.slack.*}. The sizes are of what is really read, whatever a zip says of itself.
 *
 * @param workspace the first part of the workspace's address, {@code acme} of {@code acme.slack.com}; without it messages are
 *     linked only when the export itself tells the address
 * @param longestExport of the zip
 * @param longestFile of one file inside, unpacked
 * @param longestTotal of all files that are read, unpacked
 * @param mostFiles inside the zip
 * @param mostMessages in all channels
 */
@ConfigurationProperties("postmortem.slack")
record SlackSettings(
        @DefaultValue("") String workspace,
        @DefaultValue("50MB") DataSize longestExport,
        @DefaultValue("20MB") DataSize longestFile,
        @DefaultValue("200MB") DataSize longestTotal,
        @DefaultValue("20000") int mostFiles,
        @DefaultValue("50000") int mostMessages) {}
