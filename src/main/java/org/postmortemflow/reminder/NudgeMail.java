package org.postmortemflow.reminder;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.StepState;
import org.postmortemflow.notification.Links;
import org.postmortemflow.notification.Mail;
import org.postmortemflow.people.Names;
import org.postmortemflow.people.ReaderTime;
import org.postmortemflow.people.ReaderTimes;
import org.postmortemflow.reminder.NudgePeople.Waiting;
import org.postmortemflow.shared.PersonId;
import org.springframework.stereotype.Component;

/** Words a nudge to one person. */
@Component
class NudgeMail {

    private final ReaderTimes times;
    private final Links links;
    private final Names names;

    NudgeMail(ReaderTimes times, Links links, Names names) {
        this.times = times;
        this.links = links;
        this.names = names;
    }

    Mail to(Waiting waiting, Postmortem postmortem, String words, PersonId by, Instant now) {
        ReaderTime time = times.of(waiting.person().id());
        List<StepState> steps = waiting.steps();
        Map<String, Object> model = new HashMap<>();
        model.put("personName", waiting.person().name());
        model.put("by", names.of(by));
        model.put("title", postmortem.title());
        model.put("items", steps.stream().map(step -> item(step, time)).toList());
        model.put("message", words);
        model.put(
                "link",
                steps.size() == 1
                        ? links.step(postmortem.id(), steps.get(0).step())
                        : links.postmortem(postmortem.id()));
        Mail.Recipient to = new Mail.Recipient(
                waiting.person().id(), waiting.person().name(), waiting.person().email());
        return new Mail(postmortem.id(), "nudge", now.toString(), to, model, null);
    }

    private static Map<String, Object> item(StepState step, ReaderTime time) {
        Instant due = step.due();
        String when = due == null ? "no due time yet" : "due " + time.show(due.truncatedTo(ChronoUnit.MINUTES));
        return Map.of(
                "what", step.step().label(), "when", when, "because", Objects.requireNonNullElse(step.because(), ""));
    }
}
