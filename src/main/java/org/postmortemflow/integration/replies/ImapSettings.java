package org.postmortemflow.integration.replies;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code postmortem.replies.imap.*}.
 *
 * @param host empty: nothing is read
 * @param port 993, or 143 without {@code tls: implicit}, when it is 0
 * @param folder where replies arrive
 * @param processedFolder where they are moved to when they were taken in; empty: they stay and are marked as seen
 * @param every how long to wait between two readings
 */
@ConfigurationProperties("postmortem.replies.imap")
record ImapSettings(
        @DefaultValue("") String host,
        @DefaultValue("0") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("implicit") Tls tls,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("") String processedFolder,
        @DefaultValue("1m") Duration every) {

    /** How the connection is kept secret. */
    enum Tls {
        IMPLICIT,
        STARTTLS,
        /** For a server on the same machine. */
        NONE
    }

    boolean isOn() {
        return !host.isBlank();
    }

    String protocol() {
        return tls == Tls.IMPLICIT ? "imaps" : "imap";
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "%s://%s/%s".formatted(protocol(), host, folder);
    }
}
