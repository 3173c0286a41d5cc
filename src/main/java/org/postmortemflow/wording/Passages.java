package org.postmortemflow.wording;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postmortemflow.announcement.ExternalMessages;
import org.postmortemflow.announcement.ExternalMessages.ExternalMessage;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.timeline.TimelineItem;
import org.postmortemflow.timeline.Timelines;
import org.postmortemflow.wording.domain.Passage;
import org.postmortemflow.wording.domain.Passage.Kind;
import org.springframework.stereotype.Component;

/** Everything of a postmortem that people write in prose, with the place where it stands. */
@Component
class Passages {

    static final String MESSAGE = "message/";

    private static final Set<SectionName> CAUSES = EnumSet.of(
            SectionName.OVERVIEW,
            SectionName.WHAT_HAPPENED,
            SectionName.CONTRIBUTING_FACTORS,
            SectionName.WENT_NOT_SO_WELL);

    private static final Set<SectionName> PROSE = EnumSet.of(
            SectionName.RESOLUTION,
            SectionName.DAMAGE_CONTROL,
            SectionName.FUNCTIONALITY,
            SectionName.BUSINESS_METRIC,
            SectionName.WENT_WELL,
            SectionName.INTERNAL_EMAIL,
            SectionName.OTHER);

    private final Documents documents;
    private final Timelines timelines;
    private final ExternalMessages messages;

    Passages(Documents documents, Timelines timelines, ExternalMessages messages) {
        this.documents = documents;
        this.timelines = timelines;
        this.messages = messages;
    }

    List<Passage> of(PostmortemId id, List<FollowUp> followUps) {
        List<Passage> all = new ArrayList<>();
        Documents.Document document = documents.of(id);
        for (SectionName section : SectionName.values()) {
            if (CAUSES.contains(section) || PROSE.contains(section)) {
                Kind kind = CAUSES.contains(section) ? Kind.CAUSES : Kind.TEXT;
                all.add(new Passage("section/" + section.key(), section.label(), kind, document.text(section)));
            }
        }
        for (TimelineItem item : timelines.of(id)) {
            if (!item.hidden()) {
                all.add(new Passage("timeline/" + item.id(), "Timeline", Kind.TEXT, item.event()));
            }
        }
        followUps.forEach(followUp -> all.add(ofFollowUp(followUp)));
        all.addAll(ofMessage(messages.of(id)));
        return all;
    }

    static Passage ofFollowUp(FollowUp followUp) {
        return new Passage("follow-up/" + followUp.id(), "Follow-up", Kind.FOLLOW_UP, followUp.title());
    }

    /** Nothing is said of a message that nobody has begun. */
    private static List<Passage> ofMessage(Optional<ExternalMessage> draft) {
        return draft.map(message -> List.of(
                        new Passage(MESSAGE + "summary", "Summary for customers", Kind.SUMMARY, message.summary()),
                        new Passage(
                                MESSAGE + "whatHappened",
                                "What happened, for customers",
                                Kind.MESSAGE,
                                message.whatHappened()),
                        new Passage(
                                MESSAGE + "whatWeDo", "What are we doing about this", Kind.MESSAGE, message.whatWeDo()),
                        new Passage(
                                MESSAGE + "whole",
                                "External message",
                                Kind.WHOLE_MESSAGE,
                                String.join("\n\n", message.summary(), message.whatHappened(), message.whatWeDo()))))
                .orElse(List.of());
    }
}
