package org.postmortemflow.signin;

import java.util.List;
import java.util.Optional;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.postmortemflow.shared.PersonId;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Finds the person of the organisation file behind what the provider says; whoever is not in it stays outside. */
@Component
class ProviderPersons implements OAuth2UserService<OidcUserRequest, OidcUser> {

    static final String UNKNOWN = "unknown_person";

    private static final String EMAIL = "email";

    private final OidcUserService claims = new OidcUserService();
    private final Organisation organisation;
    private final OidcSettings settings;
    private final ProviderRoles roles;

    ProviderPersons(Organisation organisation, OidcSettings settings, ProviderRoles roles) {
        this.organisation = organisation;
        this.settings = settings;
        this.roles = roles;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = claims.loadUser(request);
        PersonId id = person(user)
                .map(Person::id)
                .orElseThrow(() -> new OAuth2AuthenticationException(new OAuth2Error(UNKNOWN)));
        List<String> groups = user.getClaimAsStringList(settings.groupsClaim());
        roles.grant(id, groups == null ? List.of() : groups);
        return new PersonFromProvider(id, Roles.of(id, organisation), user);
    }

    private Optional<Person> person(OidcUser user) {
        String claim = user.getClaimAsString(settings.personClaim());
        if (claim == null || claim.isBlank()) {
            return Optional.empty();
        }
        if (settings.personClaim().equals(EMAIL)) {
            // anybody could write somebody else's address into a profile that nobody checked
            return Boolean.TRUE.equals(user.getEmailVerified()) ? organisation.personByEmail(claim) : Optional.empty();
        }
        return organisation.person(new PersonId(claim));
    }
}
