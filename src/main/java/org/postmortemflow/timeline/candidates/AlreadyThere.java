package org.postmortemflow.timeline.candidates;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.timeline.TimelineItem;
import org.postmortemflow.timeline.Timelines;
import org.springframework.stereotype.Component;

/**
 * Which candidates the timeline has already. Rows are known again by their id, also when a person has changed their words or
 * their time; failing that by time and link, because a timeline can be written anew as a whole.
 */
@Component
public class AlreadyThere {

    private final Candidates candidates;
    private final Timelines timelines;

    AlreadyThere(Candidates candidates, Timelines timelines) {
        this.candidates = candidates;
        this.timelines = timelines;
    }

    /** Candidate to the timeline item that tells the same. */
    public Map<UUID, UUID> among(PostmortemId id, Collection<Candidate> some) {
        List<TimelineItem> items = timelines.of(id);
        Set<UUID> ids = items.stream().map(TimelineItem::id).collect(Collectors.toSet());
        Map<Place, UUID> places = new HashMap<>();
        items.forEach(item -> {
            places.put(Place.of(item, item.source()), item.id());
            places.put(Place.of(item, item.event()), item.id());
        });
        var used = candidates.used(id);
        Map<UUID, UUID> there = new HashMap<>();
        for (Candidate one : some) {
            UUID item = used.get(one.key());
            UUID same = item != null && ids.contains(item) ? item : places.get(placeOf(one));
            if (same != null) {
                there.put(one.id(), same);
            }
        }
        return there;
    }

    /** A link tells one thing from all others at the same instant; words like "Slack #ops" do not. */
    private static Place placeOf(Candidate one) {
        return new Place(one.at().toString(), one.isLinked() ? one.source() : one.text());
    }

    private record Place(String at, String what) {

        static Place of(TimelineItem item, String what) {
            return new Place(item.at().toString(), what);
        }
    }
}
