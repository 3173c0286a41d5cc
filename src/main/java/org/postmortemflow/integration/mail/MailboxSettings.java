package org.postmortemflow.integration.mail;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where mail goes when no SMTP server is set.
 *
 * @param mailbox the folder of {@code .eml} files
 */
@ConfigurationProperties("postmortem")
record MailboxSettings(@DefaultValue("data/mailbox") Path mailbox) {}
