package org.postmortemflow.announcement;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.announcement.ExternalMessages.ExternalMessage;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.lifecycle.StepForm;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Customer Support notes where and when the approved message was posted (R8). */
@Component
class PublishExternalMessage implements StepForm {

    private static final int LONGEST_PLACE = 1000;

    private final ExternalMessages messages;
    private final History history;
    private final OrganisationTime time;
    private final Clock clock;

    PublishExternalMessage(ExternalMessages messages, History history, OrganisationTime time, Clock clock) {
        this.messages = messages;
        this.history = history;
        this.time = time;
        this.clock = clock;
    }

    @Override
    public Step step() {
        return Step.PUBLISH_EXTERNAL_MESSAGE;
    }

    @Override
    public Map<String, @Nullable Object> prefill(PostmortemId id) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        // in three fields: as one, a long message would not fit into what a task can carry
        Optional<ExternalMessage> approved = messages.of(id);
        fields.put("summary", approved.map(ExternalMessage::summary).orElse(""));
        fields.put("whatHappened", approved.map(ExternalMessage::whatHappened).orElse(""));
        fields.put("whatWeDo", approved.map(ExternalMessage::whatWeDo).orElse(""));
        fields.put("postedWhere", "");
        fields.put("postedAt", null);
        return fields;
    }

    @Override
    @Transactional
    public void submit(PostmortemId id, StepAnswers answers, PersonId by) {
        String where = answers.text("postedWhere");
        Instant at = time.parse(answers.text("postedAt")).orElse(null);
        new Problems()
                .when(where.isEmpty(), "postedWhere", "Please say where it was posted, best with the link.")
                .when(where.length() > LONGEST_PLACE, "postedWhere", "Please use at most 1,000 characters.")
                .when(at == null, "postedAt", "Please say when it was posted.")
                .when(at != null && at.isAfter(clock.instant()), "postedAt", "This is in the future: post it first.")
                .refuseIfAny();
        messages.posted(id, where, java.util.Objects.requireNonNull(at));
        history.note(id, History.Kind.DECISION, "External message posted " + time.show(at) + ": " + where, by);
    }
}
