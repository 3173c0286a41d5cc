package org.postmortemflow.archive.export;

import org.jspecify.annotations.Nullable;
import org.postmortemflow.archive.export.ExportedJson.AttendeeJson;
import org.postmortemflow.archive.export.ExportedJson.FigureJson;
import org.postmortemflow.archive.export.ExportedJson.FollowUpJson;
import org.postmortemflow.archive.export.ExportedJson.IncidentJson;
import org.postmortemflow.archive.export.ExportedJson.MeetingJson;
import org.postmortemflow.archive.export.ExportedJson.MessageJson;
import org.postmortemflow.archive.export.ExportedJson.PersonJson;
import org.postmortemflow.archive.export.ExportedJson.ReviewJson;
import org.postmortemflow.archive.export.ExportedJson.RowJson;
import org.postmortemflow.archive.export.ExportedPostmortem.Action;
import org.postmortemflow.archive.export.ExportedPostmortem.Figure;
import org.postmortemflow.archive.export.ExportedPostmortem.Meeting;
import org.postmortemflow.archive.export.ExportedPostmortem.Message;
import org.postmortemflow.archive.export.ExportedPostmortem.Review;
import org.postmortemflow.archive.export.ExportedPostmortem.Row;

/** Makes the parts of {@link ExportedJson}. */
final class JsonParts {

    private JsonParts() {}

    static IncidentJson incident(ExportedPostmortem one) {
        ExportedPostmortem.Incident incident = one.incident();
        return new IncidentJson(
                incident.source(),
                incident.reference(),
                incident.startedAt(),
                incident.detectedAt(),
                incident.resolvedAt(),
                one.services(),
                incident.summary(),
                incident.url());
    }

    static @Nullable MeetingJson meeting(@Nullable Meeting meeting) {
        return meeting == null
                ? null
                : new MeetingJson(
                        meeting.start(),
                        meeting.end(),
                        meeting.cancelled(),
                        meeting.heldAt(),
                        meeting.videoLink(),
                        meeting.attendees().stream()
                                .map(one -> new AttendeeJson(
                                        ExportedJson.id(one.person()),
                                        one.person().name(),
                                        one.required(),
                                        one.reason(),
                                        one.attended()))
                                .toList());
    }

    static FigureJson figure(Figure one) {
        Long seconds = one.length() == null ? null : Long.valueOf(one.length().toSeconds());
        return new FigureJson(one.key(), one.label(), seconds, one.from());
    }

    static RowJson row(Row one) {
        return new RowJson(
                one.at(),
                one.kind().key(),
                one.event(),
                one.source(),
                one.severity() == null ? null : one.severity().key(),
                one.noticed());
    }

    static FollowUpJson followUp(Action one) {
        return new FollowUpJson(
                one.title(),
                one.kind().key(),
                one.team(),
                one.priority(),
                PersonJson.of(one.assignee()),
                one.due(),
                one.labels(),
                one.state().key(),
                one.decision() == null ? null : one.decision().key(),
                one.decisionReason(),
                one.factor(),
                one.context(),
                one.ticket());
    }

    static @Nullable MessageJson message(@Nullable Message one) {
        return one == null
                ? null
                : new MessageJson(
                        one.summary(),
                        one.whatHappened(),
                        one.whatWeDo(),
                        one.approved(),
                        one.postedWhere(),
                        one.postedAt());
    }

    static ReviewJson review(Review one) {
        return new ReviewJson(
                one.round(),
                ExportedJson.id(one.reviewer()),
                one.reviewer().name(),
                one.at(),
                one.approved(),
                one.checks(),
                one.comments());
    }
}
