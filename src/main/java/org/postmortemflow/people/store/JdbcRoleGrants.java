package org.postmortemflow.people.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.postmortemflow.people.RoleGrantRecords;
import org.postmortemflow.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcRoleGrants implements RoleGrantRecords {

    private final JdbcClient jdbc;

    JdbcRoleGrants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<PersonId, Set<String>> all() {
        Map<PersonId, Set<String>> all = new HashMap<>();
        jdbc.sql("select person_id, role from role_grant").query(row -> {
            all.computeIfAbsent(new PersonId(row.getString("person_id")), person -> new HashSet<>())
                    .add(row.getString("role"));
        });
        return all;
    }

    @Override
    public void replace(PersonId person, Set<String> roles) {
        jdbc.sql("delete from role_grant where person_id = ?")
                .param(person.value())
                .update();
        roles.forEach(role -> jdbc.sql("insert into role_grant (person_id, role) values (?, ?)")
                .params(person.value(), role)
                .update());
    }

    @Override
    public void clear() {
        jdbc.sql("delete from role_grant").update();
    }
}
