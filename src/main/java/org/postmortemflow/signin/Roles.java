package org.postmortemflow.signin;

import java.util.List;
import java.util.stream.Stream;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Pool;
import org.postmortemflow.shared.PersonId;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What Spring Security knows of a person: {@code ROLE_USER}, {@code ROLE_ADMIN}, and one per pool, such as {@code POOL_reviewers}. */
final class Roles {

    private Roles() {}

    static List<GrantedAuthority> of(PersonId id, Organisation organisation) {
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
