package org.postmortemflow.demo.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.demo.history.Content.Message;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.shared.Step;

/** What the persons of a story type into the forms of its steps; where the proposal is right, nothing. */
final class TypedAnswers {

    private final Occurrence what;
    private final Cast cast;
    private final Chance chance;

    TypedAnswers(Occurrence what, Cast cast, Chance chance) {
        this.what = what;
        this.cast = cast;
        this.chance = chance;
    }

    StepAnswers to(Step step) {
        Map<String, @Nullable Object> answers = new HashMap<>();
        switch (step) {
            case SET_SEVERITY -> answers.put("severity", what.severity().key());
            case DESIGNATE_OWNER -> {
                answers.put("owner", cast.owner().value());
                answers.put("customersAffected", what.customersAffected());
            }
            case COLLECT_TIMELINE -> answers.put("timeline", timeline());
            case DESCRIBE_IMPACT -> sections(answers, true);
            case ANALYSE -> sections(answers, false);
            case OPEN_FOLLOW_UPS -> answers.put("followUps", followUps());
            case DRAFT_EXTERNAL_MESSAGE -> message(answers);
            case REVIEW_POSTMORTEM -> {
                answers.put("verdict", "approve");
                answers.put("enoughDetail", true);
            }
            default -> {}
        }
        return new StepAnswers(answers);
    }

    private List<Map<String, String>> timeline() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Content.Row row : Content.timeline(what, chance)) {
            rows.add(Map.of(
                    "at", row.at().toString(),
                    "event", row.event(),
                    "kind", row.kind().key(),
                    "source", row.source()));
        }
        return rows;
    }

    private void sections(Map<String, @Nullable Object> answers, boolean impact) {
        Content.sections(what, List.of(), chance).forEach((section, text) -> {
            if (section.isImpact() == impact && section != SectionName.INTERNAL_EMAIL) {
                answers.put(section.key(), text);
            }
        });
    }

    private List<Map<String, String>> followUps() {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Plot.Action action : what.plot().followUps()) {
            rows.add(Map.of(
                    "title", action.title(),
                    "kind", action.kind().key(),
                    "team", action.team(),
                    "priority", "P1",
                    "factor", what.plot().factors().get(0)));
        }
        return rows;
    }

    private void message(Map<String, @Nullable Object> answers) {
        Message message = Content.message(what, List.of());
        if (message != null) {
            answers.put("summary", message.summary());
            answers.put("whatHappened", message.whatHappened());
            answers.put("whatWeDo", message.whatWeDo());
        }
    }
}
