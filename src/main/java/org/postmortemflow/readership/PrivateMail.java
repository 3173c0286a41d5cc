package org.postmortemflow.readership;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postmortemflow.notification.Links;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.notification.MailGuard;
import org.postmortemflow.shared.PersonId;
import org.springframework.stereotype.Component;

/**
 * Mail about a private postmortem goes to those who may read it. Whoever hears of a missed deadline is told all the same, so
 * that it does not stay unseen, but not what it is about.
 */
@Component
class PrivateMail implements MailGuard {

    private static final Set<String> TOLD_WITHOUT_NAMES = Set.of("step-overdue");

    private final Readership readership;
    private final Links links;

    PrivateMail(Readership readership, Links links) {
        this.readership = readership;
        this.links = links;
    }

    @Override
    public Optional<Mail> pass(Mail mail) {
        PersonId person = mail.to().person();
        boolean mayRead = readership.privacy(mail.postmortem()).isEmpty()
                || person != null && readership.mayRead(mail.postmortem(), person);
        if (mayRead) {
            return Optional.of(mail);
        }
        return TOLD_WITHOUT_NAMES.contains(mail.template()) && person != null
                ? Optional.of(withoutNames(mail))
                : Optional.empty();
    }

    private Mail withoutNames(Mail mail) {
        Map<String, Object> model = new HashMap<>(mail.model());
        model.put("title", "A private postmortem");
        model.put("link", links.home());
        return new Mail(mail.postmortem(), mail.template(), mail.occasion(), mail.to(), model, mail.calendar());
    }
}
