package org.postmortemflow.timeline.candidates.web;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.incident.Incident;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.people.OrganisationTime;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.timeline.TimelineKind;
import org.postmortemflow.timeline.TodoCandidates;
import org.postmortemflow.timeline.candidates.AlreadyThere;
import org.postmortemflow.timeline.candidates.Candidate;
import org.postmortemflow.timeline.candidates.CandidateFilter;
import org.postmortemflow.timeline.candidates.Candidates;
import org.postmortemflow.timeline.candidates.OpenForWriting;
import org.postmortemflow.timeline.candidates.Responders;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/** What the page of sources shows. */
@Component
class SourcesView {

    private static final int PER_PAGE = 50;
    private static final Duration BEFORE = Duration.ofHours(1);
    private static final Duration AFTER = Duration.ofHours(2);

    private final Postmortems postmortems;
    private final Incidents incidents;
    private final Candidates candidates;
    private final AlreadyThere alreadyThere;
    private final Responders responders;
    private final TodoCandidates todos;
    private final OpenForWriting open;
    private final OrganisationTime time;

    SourcesView(
            Postmortems postmortems,
            Incidents incidents,
            Candidates candidates,
            AlreadyThere alreadyThere,
            Responders responders,
            TodoCandidates todos,
            OpenForWriting open,
            OrganisationTime time) {
        this.postmortems = postmortems;
        this.incidents = incidents;
        this.candidates = candidates;
        this.alreadyThere = alreadyThere;
        this.responders = responders;
        this.todos = todos;
        this.open = open;
        this.time = time;
    }

    /** A candidate as a row. @param there whether the timeline has it @param text as typed, else as found */
    record Row(
            Candidate candidate,
            boolean there,
            boolean ticked,
            String text,
            String kind,
            @Nullable String problem) {}

    ModelAndView page(PostmortemId id, MultiValueMap<String, String> typed, Map<String, String> problems) {
        Postmortem postmortem = postmortems.get(id);
        Looking looking = Looking.of(typed);
        Map<String, String> wrong = new HashMap<>(problems);
        CandidateFilter filter = filter(id, postmortem, looking, wrong);
        int count = candidates.count(id, filter);
        int pages = Math.max(1, (count + PER_PAGE - 1) / PER_PAGE);
        int page = Math.min(looking.page(), pages);
        ModelAndView shown = new ModelAndView("timeline/sources");
        shown.addObject("postmortem", postmortem);
        shown.addObject("open", open.is(id));
        shown.addObject("problems", wrong);
        shown.addObject("pasted", Objects.requireNonNullElse(typed.getFirst("pasted"), ""));
        shown.addObject("gatherings", candidates.gatherings(id));
        shown.addObject("channels", candidates.channels(id));
        shown.addObject("all", candidates.count(id, CandidateFilter.ALL));
        shown.addObject("looking", looking);
        shown.addObject("from", inputText(looking.from(), filter.from()));
        shown.addObject("to", inputText(looking.to(), filter.to()));
        shown.addObject("count", count);
        shown.addObject("page", page);
        shown.addObject("pages", pages);
        shown.addObject("before", page > 1 ? looking.query(page - 1) : null);
        shown.addObject("after", page < pages ? looking.query(page + 1) : null);
        shown.addObject("query", looking.query());
        shown.addObject("kinds", TimelineKind.values());
        shown.addObject("rows", rows(id, candidates.page(id, filter, (page - 1) * PER_PAGE, PER_PAGE), typed, wrong));
        shown.addObject("withNames", typed.containsKey("withNames"));
        shown.addObject("responders", responders.of(id));
        shown.addObject("todos", todos.of(id));
        return shown;
    }

    private List<Row> rows(
            PostmortemId id, List<Candidate> some, MultiValueMap<String, String> typed, Map<String, String> wrong) {
        Map<UUID, UUID> there = alreadyThere.among(id, some);
        Set<String> ticked = Set.copyOf(typed.getOrDefault("take", List.of()));
        return some.stream()
                .map(one -> new Row(
                        one,
                        there.containsKey(one.id()),
                        ticked.contains(one.id().toString()),
                        Objects.requireNonNullElse(typed.getFirst("text-" + one.id()), one.text()),
                        Objects.requireNonNullElse(
                                typed.getFirst("kind-" + one.id()), one.kind().key()),
                        wrong.get("text-" + one.id())))
                .toList();
    }

    /** Unless a person says otherwise: an hour before the incident until two hours after its resolution. */
    private CandidateFilter filter(PostmortemId id, Postmortem postmortem, Looking looking, Map<String, String> wrong) {
        Incident incident = incidents.of(id);
        Optional<Instant> start = Stream.of(incident.startedAt(), incident.detectedAt())
                .filter(Objects::nonNull)
                .min(Instant::compareTo);
        Instant end = incident.resolvedAt() == null ? postmortem.clockStart() : incident.resolvedAt();
        return new CandidateFilter(
                looking.channel(),
                instant(
                        "from",
                        looking.from(),
                        start.map(one -> one.minus(BEFORE)).orElse(null),
                        wrong),
                instant("to", looking.to(), end.plus(AFTER), wrong),
                looking.markedOnly());
    }

    /** Emptied on purpose means no limit. */
    private @Nullable Instant instant(
            String field, @Nullable String typed, @Nullable Instant usual, Map<String, String> wrong) {
        if (typed == null) {
            return usual;
        }
        Optional<Instant> read = time.parse(typed);
        if (read.isEmpty() && !typed.isBlank()) {
            wrong.putIfAbsent(field, "Please give a time like 2026-06-10 14:05, or none.");
        }
        return read.orElse(null);
    }

    private String inputText(@Nullable String typed, @Nullable Instant usual) {
        return typed != null ? time.inputText(typed) : usual == null ? "" : time.forInput(usual);
    }
}
