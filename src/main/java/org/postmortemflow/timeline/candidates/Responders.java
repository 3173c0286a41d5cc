package org.postmortemflow.timeline.candidates;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.incident.Incident;
import org.postmortemflow.incident.IncidentAddition;
import org.postmortemflow.incident.Incidents;
import org.postmortemflow.incident.Mention;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.incident.ReportedResponder;
import org.postmortemflow.incident.Responder;
import org.postmortemflow.incident.ResponderRole;
import org.postmortemflow.lifecycle.History;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people who wrote in gathered files, matched to the organisation, offered as responders of the incident (R7). */
@Component
public class Responders {

    private final Candidates candidates;
    private final Incidents incidents;
    private final ReportIncident reportIncident;
    private final Organisation organisation;
    private final OpenForWriting open;
    private final History history;

    Responders(
            Candidates candidates,
            Incidents incidents,
            ReportIncident reportIncident,
            Organisation organisation,
            OpenForWriting open,
            History history) {
        this.candidates = candidates;
        this.incidents = incidents;
        this.reportIncident = reportIncident;
        this.organisation = organisation;
        this.open = open;
        this.history = history;
    }

    /**
     * Somebody who wrote.
     *
     * @param key names the person in {@link #add}
     * @param person null when the organisation file does not know them
     * @param responder whether the incident has them as a responder already
     */
    public record Found(String key, String name, @Nullable PersonId person, int messages, boolean responder) {}

    /** Who wrote most first, without programs. */
    public List<Found> of(PostmortemId id) {
        List<Responder> known = incidents.of(id).responders();
        Map<String, Found> byKey = new LinkedHashMap<>();
        for (Writer writer : candidates.writers(id)) {
            if (!writer.bot() && !writer.name().isEmpty()) {
                Found found = found(writer, known);
                byKey.merge(found.key(), found, Responders::together);
            }
        }
        return List.copyOf(byKey.values());
    }

    /** Adds those named by their keys; those who have a part already keep it. @return how many are new */
    @Transactional
    public int add(PostmortemId id, Collection<String> keys, PersonId by) {
        open.require(id);
        List<Found> chosen = of(id).stream()
                .filter(found -> keys.contains(found.key()) && !found.responder())
                .toList();
        if (chosen.isEmpty()) {
            throw new Refused("", "Please tick who took part.");
        }
        Incident incident = incidents.of(id);
        List<ReportedResponder> added = new ArrayList<>();
        chosen.forEach(found -> added.add(new ReportedResponder(
                ResponderRole.RESPONDER,
                new Mention(found.person() == null ? null : found.person().value(), found.name()))));
        reportIncident.add(new IncidentAddition(
                incident.source(),
                incident.externalKey(),
                null,
                java.time.Instant.EPOCH,
                incident.title(),
                null,
                added,
                "",
                ""));
        history.note(
                id,
                "Responders were added: %s."
                        .formatted(chosen.stream().map(Found::name).collect(Collectors.joining(", "))),
                by);
        return chosen.size();
    }

    private Found found(Writer writer, List<Responder> known) {
        Optional<Person> person = person(writer);
        PersonId id = person.map(Person::id).orElse(null);
        String name = person.map(Person::name).orElse(writer.name());
        boolean responder =
                known.stream().anyMatch(one -> id == null ? one.name().equals(name) : id.equals(one.person()));
        String key = id == null ? "name:" + plain(name) : "person:" + id;
        return new Found(key, name, id, writer.messages(), responder);
    }

    /** By name only when just one person of the organisation has it: two people can share one. */
    private Optional<Person> person(Writer writer) {
        Optional<Person> byReference = organisation
                .personByEmail(writer.reference())
                .or(() -> organisation.personByPagerDutyId(writer.reference()));
        if (byReference.isPresent()) {
            return byReference;
        }
        List<Person> named = organisation.persons().stream()
                .filter(one -> plain(one.name()).equals(plain(writer.name())))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    /** Chats spell names without accents. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[\\s.]+", " ")
                .replace('ı', 'i')
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static Found together(Found one, Found other) {
        return new Found(one.key(), one.name(), one.person(), one.messages() + other.messages(), one.responder());
    }
}
