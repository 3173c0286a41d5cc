package org.postmortemflow.deadline.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.deadline.ExcuseDeadline;
import org.postmortemflow.deadline.StoredDeadline;
import org.postmortemflow.deadline.StoredDeadline.State;
import org.postmortemflow.deadline.StoredDeadlines;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.PostmortemPart;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.sla.DeadlineKind;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** All deadlines on a postmortem's page, each with its state and the reason for its due time. */
@Component
@Order(550)
class DeadlinesPart implements PostmortemPart {

    private final StoredDeadlines deadlines;
    private final ExcuseDeadline excuseDeadline;
    private final FollowUps followUps;
    private final Clock clock;

    DeadlinesPart(StoredDeadlines deadlines, ExcuseDeadline excuseDeadline, FollowUps followUps, Clock clock) {
        this.deadlines = deadlines;
        this.excuseDeadline = excuseDeadline;
        this.followUps = followUps;
        this.clock = clock;
    }

    /** @param waitsFor what a due time counts from while it is not known; null once there is a deadline */
    record Row(
            DeadlineKind kind,
            String title,
            @Nullable StoredDeadline deadline,
            @Nullable State state,
            boolean excusable,
            @Nullable String waitsFor) {}

    @Override
    public String template() {
        return "deadline/part";
    }

    @Override
    public Map<String, String> headings(Map<String, Object> model) {
        return Map.of("deadlines", "Deadlines");
    }

    @Override
    public Map<String, Object> model(Postmortem postmortem, PersonId viewer) {
        List<StoredDeadline> kept = deadlines.of(postmortem.id());
        if (kept.isEmpty()) {
            return Map.of();
        }
        boolean mayExcuse = excuseDeadline.mayExcuse(postmortem.id(), viewer);
        boolean ofFollowUps = kept.stream().anyMatch(one -> one.kind() == DeadlineKind.FOLLOW_UP_DONE);
        Map<String, FollowUp> byId = ofFollowUps
                ? followUps.of(postmortem.id()).stream()
                        .collect(Collectors.toMap(followUp -> followUp.id().toString(), Function.identity()))
                : Map.of();
        List<Row> rows = new ArrayList<>();
        for (StoredDeadline one : kept) {
            FollowUp followUp = byId.get(one.subject());
            if (!one.subject().isEmpty() && followUp == null) {
                continue;
            }
            boolean excusable = mayExcuse && excuseDeadline.isExcusable(one);
            rows.add(new Row(
                    one.kind(),
                    followUp == null ? one.kind().label() : "Follow-up: " + followUp.title(),
                    one,
                    one.state(clock.instant()),
                    excusable,
                    null));
        }
        rows.addAll(toCome(postmortem, kept));
        rows.sort(Comparator.comparing(Row::kind));
        long late = rows.stream().filter(row -> row.state() == State.LATE).count();
        return Map.of("id", postmortem.id(), "rows", rows, "late", late, "open", open(rows));
    }

    private static long open(List<Row> rows) {
        return rows.stream().filter(row -> row.state() == State.OPEN).count();
    }

    private static List<Row> toCome(Postmortem postmortem, List<StoredDeadline> kept) {
        if (!postmortem.status().isOpen()) {
            return List.of();
        }
        Set<DeadlineKind> missing = EnumSet.allOf(DeadlineKind.class);
        kept.forEach(one -> missing.remove(one.kind()));
        if (!postmortem.customersAffected()) {
            missing.remove(DeadlineKind.MESSAGE_POSTED);
        }
        return missing.stream()
                .map(kind -> new Row(kind, kind.label(), null, null, false, waitsFor(kind)))
                .toList();
    }

    private static String waitsFor(DeadlineKind kind) {
        return switch (kind) {
            case SEVERITY_SET, OWNER_DESIGNATED, MEETING_HELD -> "Counts from the resolution.";
            case INVITES_OUT -> "Counts from the owner's designation.";
            case REVIEW_ASKED, CONTENT_COMPLETE, FOLLOW_UPS_OPENED, REVIEW_DONE, MEETING_RECORDED ->
                "Counts from the meeting, once it is scheduled.";
            case MESSAGE_POSTED -> "Counts from the meeting, once it is held and has approved a message.";
            case FOLLOW_UP_DONE -> "Counts from the day on which a follow-up is opened.";
        };
    }
}
