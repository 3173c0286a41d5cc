package org.postmortemflow.announcement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.announcement.ExternalMessages.ExternalMessage;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.lifecycle.StepForm;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;

/** The three sections that customers will read (R23); a draft until the meeting approves it. */
@Component
class DraftExternalMessage implements StepForm {

    private static final List<String> SECTIONS = List.of("summary", "whatHappened", "whatWeDo");

    private final ExternalMessages messages;

    DraftExternalMessage(ExternalMessages messages) {
        this.messages = messages;
    }

    @Override
    public Step step() {
        return Step.DRAFT_EXTERNAL_MESSAGE;
    }

    @Override
    public Map<String, @Nullable Object> prefill(PostmortemId id) {
        Optional<ExternalMessage> draft = messages.of(id);
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("summary", draft.map(ExternalMessage::summary).orElse(""));
        fields.put("whatHappened", draft.map(ExternalMessage::whatHappened).orElse(""));
        fields.put("whatWeDo", draft.map(ExternalMessage::whatWeDo).orElse(""));
        return fields;
    }

    @Override
    public void submit(PostmortemId id, StepAnswers answers, PersonId by) {
        Problems problems = new Problems();
        for (String section : SECTIONS) {
            String text = answers.text(section);
            problems.when(text.isEmpty(), section, "Please write two or three sentences for customers.")
                    .when(text.length() > StepAnswers.MAX_TEXT, section, "Please use at most 4,000 characters.");
        }
        problems.refuseIfAny();
        messages.draft(id, answers.text("summary"), answers.text("whatHappened"), answers.text("whatWeDo"));
    }
}
