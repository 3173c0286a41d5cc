package org.postmortemflow.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.followup.FollowUp;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.timeline.TimelineItem;
import org.postmortemflow.timeline.Timelines;
import org.postmortemflow.wording.ReviewSettings.Block;
import org.springframework.stereotype.Component;

/** What is missing before a postmortem can be In Review: complete and ready for the meeting (R8). */
@Component
public class ReviewBlockers {

    private static final List<SectionName> REQUIRED = List.of(
            SectionName.OVERVIEW,
            SectionName.WHAT_HAPPENED,
            SectionName.CONTRIBUTING_FACTORS,
            SectionName.RESOLUTION,
            SectionName.VISIBLE_MINUTES,
            SectionName.FUNCTIONALITY);

    private final ReviewSettings settings;
    private final Documents documents;
    private final Timelines timelines;
    private final FollowUps followUps;
    private final Organisation organisation;

    ReviewBlockers(
            ReviewSettings settings,
            Documents documents,
            Timelines timelines,
            FollowUps followUps,
            Organisation organisation) {
        this.settings = settings;
        this.documents = documents;
        this.timelines = timelines;
        this.followUps = followUps;
        this.organisation = organisation;
    }

    /**
     * One thing that is missing.
     *
     * @param text for people, a sentence
     * @param link the path where it can be mended
     */
    public record Blocker(Block block, String text, String link) {}

    /** Empty when nothing stands in the way. */
    public List<Blocker> of(PostmortemId id) {
        List<Blocker> blockers = new ArrayList<>();
        String page = "/postmortems/" + id;
        if (settings.blocks().contains(Block.EMPTY_SECTIONS)) {
            emptySections(id)
                    .forEach(label -> blockers.add(new Blocker(
                            Block.EMPTY_SECTIONS, "\"%s\" is empty.".formatted(label), page + "#document")));
        }
        if (settings.blocks().contains(Block.UNSOURCED_TIMELINE)) {
            unsourced(id, page).forEach(blockers::add);
        }
        if (settings.blocks().contains(Block.FOLLOW_UP_WITHOUT_TEAM)) {
            withoutTeam(id)
                    .forEach(followUp -> blockers.add(new Blocker(
                            Block.FOLLOW_UP_WITHOUT_TEAM,
                            "The follow-up \"%s\" has no owning team.".formatted(followUp.title()),
                            page + "#follow-ups")));
        }
        return blockers;
    }

    private Stream<String> emptySections(PostmortemId id) {
        Documents.Document document = documents.of(id);
        Stream<String> sections = REQUIRED.stream()
                .filter(section -> document.text(section).isBlank())
                .map(SectionName::label);
        boolean noTimeline = timelines.of(id).stream().allMatch(TimelineItem::hidden);
        return noTimeline ? Stream.concat(sections, Stream.of("Timeline")) : sections;
    }

    private Stream<Blocker> unsourced(PostmortemId id, String page) {
        List<TimelineItem> shown =
                timelines.of(id).stream().filter(item -> !item.hidden()).toList();
        long without = shown.stream().filter(item -> item.source().isBlank()).count();
        return without * 100 > (long) settings.unsourcedPercent() * shown.size()
                ? Stream.of(new Blocker(
                        Block.UNSOURCED_TIMELINE,
                        "%d of %d timeline items have no source; at most %d %% may lack one."
                                .formatted(without, shown.size(), settings.unsourcedPercent()),
                        page + "#timeline"))
                : Stream.empty();
    }

    private Stream<FollowUp> withoutTeam(PostmortemId id) {
        return followUps.of(id).stream()
                .filter(followUp -> organisation.team(followUp.teamId()).isEmpty());
    }
}
