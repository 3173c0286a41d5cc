package org.postmortemflow.search;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.postmortemflow.announcement.ExternalMessages;
import org.postmortemflow.document.Documents;
import org.postmortemflow.document.SectionName;
import org.postmortemflow.followup.FollowUps;
import org.postmortemflow.incident.Incident;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.people.Names;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.timeline.TimelineItem;
import org.postmortemflow.timeline.Timelines;
import org.springframework.stereotype.Component;

/** Gathers what a postmortem says from the rooms that keep it. Names of persons stay out: nobody is looked up here. */
@Component
class Contents {

    static final String TITLE = "Title";

    private static final int LONGEST = 50_000;
    private static final Set<SectionName> NUMBERS = EnumSet.of(
            SectionName.VISIBLE_MINUTES,
            SectionName.MINUTES_SEV_1,
            SectionName.MINUTES_SEV_2,
            SectionName.CUSTOMERS_AFFECTED,
            SectionName.USERS_AFFECTED);

    private final Postmortems postmortems;
    private final Incidents incidents;
    private final Documents documents;
    private final Timelines timelines;
    private final FollowUps followUps;
    private final ExternalMessages messages;
    private final Names names;

    Contents(
            Postmortems postmortems,
            Incidents incidents,
            Documents documents,
            Timelines timelines,
            FollowUps followUps,
            ExternalMessages messages,
            Names names) {
        this.postmortems = postmortems;
        this.incidents = incidents;
        this.documents = documents;
        this.timelines = timelines;
        this.followUps = followUps;
        this.messages = messages;
        this.names = names;
    }

    /** In the order in which a reader looks for something; none is blank or longer than 50,000 characters. */
    List<Passage> of(PostmortemId id) {
        Postmortem postmortem = postmortems.get(id);
        Incident incident = incidents.get(postmortem.incidentId());
        List<Passage> passages = new ArrayList<>();
        add(passages, new Passage(TITLE, postmortem.title(), 8, false));
        Documents.Document document = documents.of(id);
        for (SectionName section : SectionName.values()) {
            if (!NUMBERS.contains(section)) {
                boolean factor = section == SectionName.CONTRIBUTING_FACTORS;
                int boost = factor || section == SectionName.OVERVIEW ? 4 : 2;
                add(passages, new Passage(section.label(), document.text(section), boost, factor));
            }
        }
        add(passages, new Passage("Incident", incident.summary(), 2, false));
        add(
                passages,
                new Passage(
                        "Services",
                        incident.services().stream().map(names::service).collect(joining(", ")),
                        5,
                        false));
        String followUpText = followUps.of(id).stream()
                .map(followUp -> followUp.title() + "\n" + followUp.context())
                .collect(joining("\n"));
        add(passages, new Passage("Follow-ups", followUpText, 2, false));
        messages.of(id)
                .ifPresent(message -> add(
                        passages,
                        new Passage(
                                "External message",
                                message.summary() + "\n" + message.whatHappened() + "\n" + message.whatWeDo(),
                                2,
                                false)));
        String events = timelines.of(id).stream()
                .filter(item -> !item.hidden())
                .map(TimelineItem::event)
                .collect(joining("\n"));
        add(passages, new Passage("Timeline", events, 1, false));
        add(passages, new Passage("Reference", incident.externalKey(), 1, false));
        return passages;
    }

    /** Cut into pieces that the table holds, each at the end of a line or word. */
    private static void add(List<Passage> passages, Passage passage) {
        String rest = passage.text().strip();
        while (rest.length() > LONGEST) {
            int end = Math.max(rest.lastIndexOf('\n', LONGEST), rest.lastIndexOf(' ', LONGEST));
            end = end > 0 ? end : LONGEST - 1;
            passages.add(with(passage, rest.substring(0, end)));
            rest = rest.substring(end).strip();
        }
        if (!rest.isEmpty()) {
            passages.add(with(passage, rest));
        }
    }

    private static Passage with(Passage passage, String text) {
        return new Passage(passage.heading(), text, passage.boost(), passage.factor());
    }
}
