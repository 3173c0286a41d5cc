package org.postmortemflow.signin;

import java.util.Collection;
import org.postmortemflow.shared.PersonId;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** A person of the organisation who signed in at the provider; called by the id that we know, not by the provider's. */
final class PersonFromProvider extends DefaultOidcUser {

    private static final long serialVersionUID = 1;

    private final String id;

    PersonFromProvider(PersonId id, Collection<GrantedAuthority> authorities, OidcUser user) {
        super(authorities, user.getIdToken(), user.getUserInfo());
        this.id = id.value();
    }

    @Override
    public String getName() {
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof PersonFromProvider person && id.equals(person.id);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + id.hashCode();
    }
}
