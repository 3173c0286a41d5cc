package org.postmortemflow.attachment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings {@code postmortem.attachments.*}.
 *
 * @param perFile the largest file
 * @param perPostmortem the most that the files of one postmortem have together
 */
@ConfigurationProperties("postmortem.attachments")
public record AttachmentSettings(
        @DefaultValue("10MB") DataSize perFile,
        @DefaultValue("100MB") DataSize perPostmortem) {}
