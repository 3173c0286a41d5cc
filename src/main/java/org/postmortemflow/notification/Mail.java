package org.postmortemflow.notification;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PostmortemId;

/**
 * One mail to one recipient.
 *
 * @param template name of the source in {@code templates/mail}, for example {@code owner-designated}; also the kind in the key
 * @param occasion tells mails of one kind to one recipient apart, for example a sequence or a round
 * @param model plain values for the template; hostile text is escaped there
 * @param calendar the calendar part of an invite (RFC 6047)
 */
public record Mail(
        PostmortemId postmortem,
        String template,
        String occasion,
        Recipient to,
        Map<String, ?> model,
        @Nullable CalendarPart calendar) {

    /** Equal for mails that announce the same thing to the same address. */
    public String key() {
        return "%s/%s/%s/%s"
                .formatted(postmortem, template, occasion, to.email().toLowerCase(java.util.Locale.ROOT));
    }

    /** @param person null for someone outside the organisation file */
    public record Recipient(org.postmortemflow.shared.@Nullable PersonId person, String name, String email) {}

    /** @param method the iTIP method, for example {@code REQUEST} */
    public record CalendarPart(String method, String text) {}
}
