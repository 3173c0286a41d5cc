package org.postmortemflow.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code postmortem.mail.*}.
 *
 * @param from the service mailbox that everything comes from; also the organizer of meetings
 * @param fromName shown beside it
 */
@ConfigurationProperties("postmortem.mail")
public record MailSettings(
        @DefaultValue("postmortems@postmortem-flow.example") String from,
        @DefaultValue("Postmortem Flow") String fromName) {

    /** The part after the at sign; identities of mails and meetings end in it. */
    public String domain() {
        return from.substring(from.indexOf('@') + 1);
    }
}
