package org.postmortemflow.incident;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.people.Service;
import org.postmortemflow.shared.PersonId;
import org.springframework.stereotype.Component;

/** Finds the persons and services that a report means in the organisation; those who are not there are kept by name. */
@Component
class IncidentMatching {

    private static final int LONGEST_NAME = 200;

    private final Organisation organisation;

    IncidentMatching(Organisation organisation) {
        this.organisation = organisation;
    }

    /** Never matched by name: two people can share one. */
    Optional<Person> person(@Nullable Mention mention) {
        if (mention == null || mention.reference() == null) {
            return Optional.empty();
        }
        String reference = mention.reference().strip();
        return organisation
                .personByPagerDutyId(reference)
                .or(() -> organisation.personByEmail(reference))
                .or(() -> organisation.person(new PersonId(reference)));
    }

    @Nullable
    PersonId idOf(@Nullable Mention mention) {
        return person(mention).map(Person::id).orElse(null);
    }

    List<Responder> responders(List<ReportedResponder> reported) {
        return reported.stream()
                .map(one -> person(one.who())
                        .map(person -> new Responder(one.role(), person.id(), person.name()))
                        .orElseGet(() -> new Responder(one.role(), null, nameOf(one.who()))))
                .filter(responder -> !responder.name().isEmpty())
                .toList();
    }

    List<String> services(List<Mention> mentions) {
        return mentions.stream()
                .map(this::service)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private String service(Mention mention) {
        return Optional.ofNullable(mention.reference())
                .flatMap(organisation::service)
                .or(() -> organisation.service(mention.name()))
                .map(Service::id)
                .orElseGet(() -> nameOf(mention));
    }

    private static String nameOf(Mention mention) {
        String name = PlainText.line(mention.name(), LONGEST_NAME);
        return name.isEmpty() && mention.reference() != null ? PlainText.line(mention.reference(), LONGEST_NAME) : name;
    }
}
