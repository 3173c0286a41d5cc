package org.postmortemflow.wording;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.people.Service;
import org.postmortemflow.people.Team;
import org.postmortemflow.wording.domain.Checks;
import org.postmortemflow.wording.domain.Vocabulary;
import org.postmortemflow.wording.domain.Vocabulary.Named;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The names of the organisation file: what to leave out of some texts, and what is spelled right as it is. */
@Component
public class OrganisationWords {

    private final Checks checks;
    private final Checks checksOfFullOutage;
    private final List<String> known;

    OrganisationWords(
            Organisation organisation, WordingSettings settings, @Value("${postmortem.public-url}") String publicUrl) {
        Vocabulary vocabulary = new Vocabulary(
                organisation.persons().stream()
                        .map(person -> new Named(person.id().value(), person.name(), person.email()))
                        .toList(),
                organisation.services().stream().map(Service::id).collect(Collectors.toSet()),
                internal(settings, publicUrl));
        checks = new Checks(vocabulary, false);
        checksOfFullOutage = new Checks(vocabulary, true);
        known = knownWords(organisation);
    }

    Checks checks(boolean fullOutage) {
        return fullOutage ? checksOfFullOutage : checks;
    }

    /** Single words that no dictionary knows. */
    public List<String> known() {
        return known;
    }

    /** Where this program runs is internal as well. */
    private static Set<String> internal(WordingSettings settings, String publicUrl) {
        Set<String> domains = new HashSet<>(settings.internalDomains());
        String own = URI.create(publicUrl).getHost();
        if (own != null) {
            domains.add(own);
        }
        return domains;
    }

    private static List<String> knownWords(Organisation organisation) {
        Stream<String> names = Stream.of(
                        Stream.of(organisation.name()),
                        organisation.persons().stream().map(Person::name),
                        organisation.teams().stream().map(Team::name),
                        organisation.services().stream().flatMap(service -> Stream.of(service.name(), service.id())))
                .flatMap(stream -> stream);
        Set<String> words = new HashSet<>();
        names.forEach(name -> words.addAll(List.of(name.split("[^\\p{L}\\p{N}]+"))));
        words.remove("");
        return new ArrayList<>(words);
    }
}
