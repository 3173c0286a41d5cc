package org.postmortemflow.reminder;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postmortemflow.notification.Links;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.people.Person;
import org.postmortemflow.people.ReaderTime;
import org.postmortemflow.people.ReaderTimes;
import org.postmortemflow.shared.Severity;
import org.springframework.stereotype.Component;

/** Words one mail of everything that one person is reminded of now, the most urgent first. */
@Component
class ReminderMail {

    private final ReaderTimes times;
    private final Links links;

    ReminderMail(ReaderTimes times, Links links) {
        this.times = times;
        this.links = links;
    }

    Mail to(Person person, List<Reminder> reminders) {
        List<Reminder> sorted = reminders.stream()
                .sorted(Comparator.comparing((Reminder one) -> one.deadline().due())
                        .thenComparing(one -> one.turn().key()))
                .toList();
        ReaderTime time = times.of(person.id());
        Reminder first = sorted.get(0);
        boolean one = sorted.size() == 1;
        String late = first.moment().late() ? "Late" : "Reminder";
        String subject = one
                ? "%s: %s, \"%s\""
                        .formatted(
                                late, first.turn().label(), first.postmortem().title())
                : "%s: %d things wait for you, first: %s, \"%s\""
                        .formatted(
                                late,
                                sorted.size(),
                                first.turn().label(),
                                first.postmortem().title());
        Map<String, Object> model = Map.of(
                "personName",
                person.name(),
                "subject",
                subject,
                "heading",
                one ? "This waits for you" : sorted.size() + " things wait for you",
                "first",
                when(first, time),
                "items",
                sorted.stream().map(item -> item(item, time)).toList(),
                "link",
                one ? first.turn().link() : links.home());
        Mail.Recipient to = new Mail.Recipient(person.id(), person.name(), person.email());
        return new Mail(first.postmortem().id(), "reminder", occasion(sorted), to, model, null);
    }

    private static Map<String, Object> item(Reminder reminder, ReaderTime time) {
        Severity severity = reminder.postmortem().severity();
        return Map.of(
                "what",
                reminder.turn().label(),
                "title",
                reminder.postmortem().title(),
                "severity",
                severity == null ? "severity not known yet" : severity.label(),
                "when",
                when(reminder, time),
                "because",
                reminder.deadline().because(),
                "reason",
                reminder.turn().reason().isEmpty() ? "" : reminder.turn().reason() + " ",
                "link",
                reminder.turn().link());
    }

    private static String when(Reminder reminder, ReaderTime time) {
        String due = time.show(reminder.deadline().due().truncatedTo(ChronoUnit.MINUTES));
        return reminder.moment().late() ? "late since " + due : "due " + due;
    }

    /** The same for the same things, whichever node gathers them. */
    private static String occasion(List<Reminder> reminders) {
        String all = reminders.stream()
                .map(one -> String.join(
                        "/",
                        one.postmortem().id().toString(),
                        one.deadline().kind().key(),
                        one.turn().key(),
                        one.deadline().due().toString(),
                        one.moment().key()))
                .collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
