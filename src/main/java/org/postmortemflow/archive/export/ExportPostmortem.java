package org.postmortemflow.archive.export;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.announcement.ExternalMessages;
import org.postmortemflow.archive.export.ExportedPostmortem.Incident;
import org.postmortemflow.archive.export.ExportedPostmortem.Message;
import org.postmortemflow.archive.export.ExportedPostmortem.Person;
import org.postmortemflow.archive.export.ExportedPostmortem.Responder;
import org.postmortemflow.archive.export.ExportedPostmortem.Row;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.meeting.Meetings;
import org.postmortemflow.notification.Links;
import org.postmortemflow.ownership.Owners;
import org.postmortemflow.people.Names;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.ReaderTime;
import org.postmortemflow.review.Reviews;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.timeline.Figures;
import org.postmortemflow.timeline.TimelineItem;
import org.postmortemflow.timeline.Timelines;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Collects from the rooms what leaves the house with a postmortem. */
@Component
public class ExportPostmortem {

    private final Postmortems postmortems;
    private final Incidents incidents;
    private final Owners owners;
    private final Meetings meetings;
    private final Documents documents;
    private final Timelines timelines;
    private final Figures figures;
    private final FollowUps followUps;
    private final ExternalMessages messages;
    private final Reviews reviews;
    private final ExportImages images;
    private final Names names;
    private final Organisation organisation;
    private final Links links;

    ExportPostmortem(
            Postmortems postmortems,
            Incidents incidents,
            Owners owners,
            Meetings meetings,
            Documents documents,
            Timelines timelines,
            Figures figures,
            FollowUps followUps,
            ExternalMessages messages,
            Reviews reviews,
            ExportImages images,
            Names names,
            Organisation organisation,
            Links links) {
        this.postmortems = postmortems;
        this.incidents = incidents;
        this.owners = owners;
        this.meetings = meetings;
        this.documents = documents;
        this.timelines = timelines;
        this.figures = figures;
        this.followUps = followUps;
        this.messages = messages;
        this.reviews = reviews;
        this.images = images;
        this.names = names;
        this.organisation = organisation;
        this.links = links;
    }

    /**
     * @param withImages whether the file holds images; without, none is read
     * @throws java.util.NoSuchElementException when there is no such postmortem
     */
    @Transactional(readOnly = true)
    public ExportedPostmortem get(PostmortemId id, boolean withImages) {
        Postmortem postmortem = postmortems.get(id);
        org.postmortemflow.incident.Incident incident = incidents.get(postmortem.incidentId());
        List<Responder> responders = responders(incident);
        List<TimelineItem> items = timelines.of(id);
        Map<SectionName, String> sections = sections(id);
        People people = new People(names);
        return new ExportedPostmortem(
                id,
                links.postmortem(id),
                Clean.line(postmortem.title()),
                postmortem.status(),
                postmortem.severity(),
                organisation.zone(),
                new Incident(
                        Clean.line(incident.source()),
                        Clean.line(incident.externalKey()),
                        incident.startedAt(),
                        incident.detectedAt(),
                        incident.resolvedAt(),
                        Clean.text(incident.summary()),
                        incident.url()),
                incident.services().stream()
                        .map(names::service)
                        .map(Clean::line)
                        .toList(),
                postmortem.openedAt(),
                postmortem.closedAt(),
                Optional.ofNullable(postmortem.endReason()).map(Clean::text).orElse(null),
                owners.current(id)
                        .map(ownership -> person(ownership.owner(), null))
                        .orElse(null),
                responders.stream()
                        .filter(responder -> responder.role() == ResponderRole.INCIDENT_COMMANDER)
                        .findFirst()
                        .map(Responder::person)
                        .orElse(null),
                responders,
                meetings.of(id).map(people::meeting).orElse(null),
                sections,
                items.stream()
                        .filter(item -> !item.hidden())
                        .map(ExportPostmortem::row)
                        .toList(),
                (int) items.stream().filter(TimelineItem::hidden).count(),
                FiguresInWords.of(figures.of(id), new ReaderTime(organisation.zone())),
                followUps.of(id).stream().map(people::action).toList(),
                Clean.text(followUps.noneBecause(id)),
                messages.of(id).map(ExportPostmortem::message).orElse(null),
                reviews.all(id).stream().map(people::review).toList(),
                withImages ? images.shownIn(id, sections.values()) : Map.of());
    }

    private List<Responder> responders(org.postmortemflow.incident.Incident incident) {
        return incident.responders().stream()
                .map(one -> new Responder(one.role(), person(one.person(), one.name())))
                .sorted(java.util.Comparator.comparing(Responder::role))
                .toList();
    }

    private Map<SectionName, String> sections(PostmortemId id) {
        Map<SectionName, String> sections = new EnumMap<>(SectionName.class);
        documents.of(id).sections().forEach((name, text) -> {
            if (!text.isBlank()) {
                sections.put(name, Clean.text(text));
            }
        });
        return sections;
    }

    private Person person(@Nullable PersonId id, @Nullable String name) {
        return new People(names).person(id, name);
    }

    private static Row row(TimelineItem item) {
        return new Row(
                item.at(),
                item.kind(),
                Clean.text(item.event()),
                Clean.line(item.source()),
                item.severity(),
                item.noticed());
    }

    private static Message message(ExternalMessages.ExternalMessage message) {
        return new Message(
                Clean.text(message.summary()),
                Clean.text(message.whatHappened()),
                Clean.text(message.whatWeDo()),
                message.approved(),
                message.postedWhere() == null ? null : Clean.line(message.postedWhere()),
                message.postedAt());
    }
}
