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
 * @param unsubscribe our address that ends mails like this one at once (RFC 8058); null for those that are part of the work
 */
public record Mail(
        PostmortemId postmortem,
        String template,
        String occasion,
        Recipient to,
        Map<String, ?> model,
        @Nullable CalendarPart calendar,
        @Nullable String unsubscribe) {

    /** One that is part of the work: nobody can unsubscribe from it. */
    public Mail(
            PostmortemId postmortem,
            String template,
            String occasion,
            Recipient to,
            Map<String, ?> model,
            @Nullable CalendarPart calendar) {
        this(postmortem, template, occasion, to, model, calendar, null);
    }

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
