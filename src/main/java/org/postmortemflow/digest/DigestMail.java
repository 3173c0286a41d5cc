package org.postmortemflow.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.notification.Links;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.people.Person;
import org.springframework.stereotype.Component;

/** Words a digest, with the link that ends it (RFC 8058). */
@Component
class DigestMail {

    private final Subscriptions subscriptions;
    private final Links links;

    DigestMail(Subscriptions subscriptions, Links links) {
        this.subscriptions = subscriptions;
        this.links = links;
    }

    /** @param standings at least one */
    Mail to(Person person, Digest digest, LocalDate period, List<Standing> standings, Instant now) {
        long late = standings.stream().filter(Standing::late).count();
        String many = standings.size() == 1 ? "1 postmortem" : standings.size() + " postmortems";
        String summary = late == 0 ? many + ", nothing late" : "%s, %d with something late".formatted(many, late);
        String unsubscribe = links.page("/unsubscribe/" + subscriptions.token(person.id(), digest, now));
        boolean weekly = digest == Digest.WEEKLY;
        Map<String, Object> model = Map.of(
                "personName",
                person.name(),
                "subject",
                (weekly ? "Postmortems this week: " : "Your postmortems today: ") + summary,
                "heading",
                weekly ? "Where your teams' postmortems stand" : "Where your postmortems stand",
                "summary",
                summary,
                "postmortems",
                standings.stream().map(this::told).toList(),
                "digest",
                weekly ? "weekly digest" : "daily digest",
                "link",
                links.home(),
                "unsubscribeLink",
                unsubscribe);
        return new Mail(
                standings.get(0).postmortem().id(),
                "digest-" + digest.key(),
                period.toString(),
                new Mail.Recipient(person.id(), person.name(), person.email()),
                model,
                null,
                unsubscribe);
    }

    private Map<String, Object> told(Standing standing) {
        Postmortem postmortem = standing.postmortem();
        String severity = postmortem.severity() == null
                ? "severity not known yet"
                : postmortem.severity().label();
        return Map.of(
                "title", postmortem.title(),
                "facts",
                        "%s, %s, owner: %s"
                                .formatted(severity, postmortem.status().label(), standing.owner()),
                "lines", standing.lines(),
                "link", links.postmortem(postmortem.id()));
    }
}
