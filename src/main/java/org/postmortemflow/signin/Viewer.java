package org.postmortemflow.signin;

import java.util.Optional;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.shared.PersonId;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who looks at the page, for the frame around it. */
@Component("viewer")
public class Viewer {

    private final Organisation organisation;

    Viewer(Organisation organisation) {
        this.organisation = organisation;
    }

    public boolean signedIn() {
        return id().isPresent();
    }

    /** The person's name, or the id of one who is not in the organisation file; empty when nobody is signed in. */
    public String name() {
        return id().map(id -> organisation.person(id).map(Person::name).orElse(id.value()))
                .orElse("");
    }

    public boolean administrator() {
        return id().map(organisation::isAdministrator).orElse(false);
    }

    private static Optional<PersonId> id() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .filter(authentication -> !(authentication instanceof AnonymousAuthenticationToken))
                .map(authentication -> new PersonId(authentication.getName()));
    }
}
