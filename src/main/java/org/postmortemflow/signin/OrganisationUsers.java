package org.postmortemflow.signin;

import java.util.List;
import java.util.stream.Stream;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Pool;
import org.postmortemflow.shared.PersonId;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Signs in the persons of the organisation file that have a password there. */
@Component
class OrganisationUsers implements UserDetailsService {

    private final Organisation organisation;

    OrganisationUsers(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        PersonId id = new PersonId(username);
        String password = organisation
                .person(id)
                .flatMap(person -> organisation.encodedPassword(id))
                .orElseThrow(() -> new UsernameNotFoundException("Nobody signs in as this"));
        return User.withUsername(username)
                .password(password)
                .authorities(authorities(id))
                .build();
    }

    /** {@code ROLE_USER}, {@code ROLE_ADMIN}, and one per pool, such as {@code POOL_reviewers}. */
    private List<GrantedAuthority> authorities(PersonId id) {
        Stream<String> roles =
                organisation.isAdministrator(id) ? Stream.of("ROLE_USER", "ROLE_ADMIN") : Stream.of("ROLE_USER");
        Stream<String> pools = Stream.of(Pool.values())
                .filter(pool -> organisation.pool(pool).stream()
                        .anyMatch(person -> person.id().equals(id)))
                .map(pool -> "POOL_" + pool.key());
        return Stream.concat(roles, pools)
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }
}
