package org.postmortemflow.review;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.lifecycle.StepAnswers;
import org.postmortemflow.lifecycle.StepForm;
import org.postmortemflow.ownership.Owners;
import org.postmortemflow.review.Reviews.Verdict;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Problems;
import org.postmortemflow.shared.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The checklist, the comments and the verdict (R27). Changes asked for lead back to Draft (R8). */
@Component
class ReviewPostmortem implements StepForm {

    /** The questions of R27: field and label. */
    static final Map<String, String> CHECKLIST = new LinkedHashMap<>();

    static {
        CHECKLIST.put("enoughDetail", "There is enough detail");
        CHECKLIST.put("underlyingCauses", "It goes down to the underlying causes");
        CHECKLIST.put("separatesHappenedFromFix", "What happened is apart from how to fix it");
        CHECKLIST.put("followUpsSensible", "The follow-ups make sense and are well scoped");
        CHECKLIST.put("readable", "It is well written and understandable");
        CHECKLIST.put("messageResonates", "The external message will be understood and not cause outrage");
    }

    private static final String APPROVE = "approve";
    private static final String CHANGES = "changes";

    private final Reviews reviews;
    private final Postmortems postmortems;
    private final Owners owners;

    ReviewPostmortem(Reviews reviews, Postmortems postmortems, Owners owners) {
        this.reviews = reviews;
        this.postmortems = postmortems;
        this.owners = owners;
    }

    @Override
    public Step step() {
        return Step.REVIEW_POSTMORTEM;
    }

    @Override
    public Map<String, @Nullable Object> prefill(PostmortemId id) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        CHECKLIST.keySet().forEach(question -> fields.put(question, false));
        fields.put("comments", "");
        fields.put("verdict", null);
        fields.put(
                "verdictOptions",
                List.of(
                        Map.of("label", "Approve", "value", APPROVE),
                        Map.of("label", "Ask for changes", "value", CHANGES)));
        fields.put("revise", List.of());
        fields.put(
                "reviseOptions",
                revisable(id).stream()
                        .map(step -> Map.of("label", step.label(), "value", step.key()))
                        .toList());
        return fields;
    }

    @Override
    @Transactional
    public void submit(PostmortemId id, StepAnswers answers, PersonId by) {
        boolean changes = answers.text("verdict").equals(CHANGES);
        boolean approved = answers.text("verdict").equals(APPROVE);
        String comments = answers.text("comments");
        List<String> revise = answers.texts("revise");
        Set<Step> toRevise = revisable(id).stream()
                .filter(step -> revise.contains(step.key()))
                .collect(Collectors.toSet());
        boolean own = owners.current(id)
                .map(Owners.Ownership::owner)
                .filter(by::equals)
                .isPresent();
        new Problems()
                .when(own, "", "You own this postmortem: please ask another reviewer.")
                .when(!changes && !approved, "verdict", "Please approve it or ask for changes.")
                .when(changes && comments.isEmpty(), "comments", "Please say what you would like to see changed.")
                .when(changes && toRevise.isEmpty(), "revise", "Please choose at least one part to work on again.")
                .when(comments.length() > StepAnswers.MAX_TEXT, "comments", "Please use at most 4,000 characters.")
                .refuseIfAny();
        Set<String> checklist = CHECKLIST.keySet().stream().filter(answers::yes).collect(Collectors.toSet());
        reviews.write(id, by, checklist, comments, new Verdict(approved, approved ? Set.of() : toRevise));
        if (changes) {
            postmortems.moveTo(id, Status.DRAFT, by, "the review asks for changes");
        }
    }

    private List<Step> revisable(PostmortemId id) {
        boolean customersAffected = postmortems.get(id).customersAffected();
        return Arrays.stream(Step.values())
                .filter(Step::isWriting)
                .filter(step -> step != Step.DRAFT_EXTERNAL_MESSAGE || customersAffected)
                .toList();
    }
}
