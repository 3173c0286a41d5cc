package org.postmortemflow.digest.store;

import static java.time.ZoneOffset.UTC;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.digest.Digest;
import org.postmortemflow.digest.Subscriptions;
import org.postmortemflow.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class JdbcSubscriptions implements Subscriptions {

    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;

    JdbcSubscriptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Boolean> choice(PersonId person, Digest digest) {
        return jdbc.sql("select wanted from digest_choice where person_id = ? and digest = ? and wanted is not null")
                .params(person.value(), digest.key())
                .query(Boolean.class)
                .optional();
    }

    @Override
    public void choose(PersonId person, Digest digest, boolean wanted, Instant at) {
        int changed = jdbc.sql("update digest_choice set wanted = ?, changed_at = ? where person_id = ? and digest = ?")
                .params(wanted, at.atOffset(UTC), person.value(), digest.key())
                .update();
        if (changed == 0) {
            insert(person, digest, wanted, at);
        }
    }

    @Override
    public String token(PersonId person, Digest digest, Instant at) {
        return jdbc.sql("select token from digest_choice where person_id = ? and digest = ?")
                .params(person.value(), digest.key())
                .query(String.class)
                .optional()
                .orElseGet(() -> insert(person, digest, null, at));
    }

    private String insert(PersonId person, Digest digest, @Nullable Boolean wanted, Instant at) {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        jdbc.sql("insert into digest_choice (person_id, digest, wanted, token, changed_at) values (?, ?, ?, ?, ?)")
                .params(person.value(), digest.key(), wanted, token, at.atOffset(UTC))
                .update();
        return token;
    }

    @Override
    public Optional<Subscription> ofToken(String token) {
        return jdbc.sql("select person_id, digest from digest_choice where token = ?")
                .param(token)
                .query((row, number) -> new Subscription(
                        new PersonId(row.getString("person_id")),
                        Digest.ofKey(row.getString("digest")).orElseThrow()))
                .optional();
    }

    @Override
    public boolean served(PersonId person, Digest digest, LocalDate period) {
        return jdbc.sql("select count(*) from digest_sent where person_id = ? and digest = ? and period = ?")
                        .params(person.value(), digest.key(), period)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public void serve(PersonId person, Digest digest, LocalDate period, Instant at) {
        jdbc.sql("insert into digest_sent (person_id, digest, period, at) values (?, ?, ?, ?)")
                .params(person.value(), digest.key(), period, at.atOffset(UTC))
                .update();
    }
}
