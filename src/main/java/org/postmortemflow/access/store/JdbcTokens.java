package org.postmortemflow.access.store;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.access.AccessToken;
import org.postmortemflow.access.Scope;
import org.postmortemflow.access.TokenRecords;
import org.postmortemflow.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JdbcTokens implements TokenRecords {

    private static final String SELECT = """
            select id, person_id, name, scopes, made_at, expires_at, last_used_at, revoked_at, revoked_by
            from access_token where\s""";

    private final JdbcClient jdbc;

    JdbcTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(AccessToken token, String hash) {
        jdbc.sql("""
                insert into access_token (id, token_hash, person_id, name, scopes, made_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        token.id(),
                        hash,
                        token.person().value(),
                        token.name(),
                        token.scopes().stream().sorted().map(Scope::key).collect(Collectors.joining(" ")),
                        token.madeAt().atOffset(UTC),
                        token.expiresAt().atOffset(UTC))
                .update();
    }

    @Override
    public Optional<AccessToken> byHash(String hash) {
        return jdbc.sql(SELECT + "token_hash = ?")
                .param(hash)
                .query(JdbcTokens::read)
                .optional();
    }

    @Override
    public Optional<AccessToken> find(UUID id) {
        return jdbc.sql(SELECT + "id = ?").param(id).query(JdbcTokens::read).optional();
    }

    @Override
    public List<AccessToken> of(PersonId person, int most) {
        return jdbc.sql(SELECT + "person_id = ? order by made_at desc, id fetch first ? rows only")
                .params(person.value(), most)
                .query(JdbcTokens::read)
                .list();
    }

    @Override
    public List<AccessToken> valid(Instant now, int most) {
        return jdbc.sql(SELECT
                        + "revoked_at is null and expires_at > ? order by made_at desc, id fetch first ? rows only")
                .params(now.atOffset(UTC), most)
                .query(JdbcTokens::read)
                .list();
    }

    @Override
    public int countValid(PersonId person, Instant now) {
        return jdbc.sql(
                        "select count(*) from access_token where person_id = ? and revoked_at is null and expires_at > ?")
                .params(person.value(), now.atOffset(UTC))
                .query(Integer.class)
                .single();
    }

    @Override
    public boolean revoke(UUID id, Instant now, PersonId by) {
        return jdbc.sql("update access_token set revoked_at = ?, revoked_by = ? where id = ? and revoked_at is null")
                        .params(now.atOffset(UTC), by.value(), id)
                        .update()
                == 1;
    }

    @Override
    public void used(UUID id, Instant now, Instant notSince) {
        jdbc.sql("update access_token set last_used_at = ? where id = ? and (last_used_at is null or last_used_at < ?)")
                .params(now.atOffset(UTC), id, notSince.atOffset(UTC))
                .update();
    }

    private static AccessToken read(ResultSet row, int number) throws SQLException {
        String revokedBy = row.getString("revoked_by");
        return new AccessToken(
                row.getObject("id", UUID.class),
                new PersonId(row.getString("person_id")),
                row.getString("name"),
                scopes(row.getString("scopes")),
                instant(row, "made_at"),
                instant(row, "expires_at"),
                instantOrNull(row, "last_used_at"),
                instantOrNull(row, "revoked_at"),
                revokedBy == null ? null : new PersonId(revokedBy));
    }

    /** A scope that there is no more opens nothing. */
    private static Set<Scope> scopes(String keys) {
        return Arrays.stream(keys.split(" "))
                .flatMap(key -> Scope.ofKey(key).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
