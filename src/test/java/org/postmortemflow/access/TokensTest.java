package org.postmortemflow.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.TestClock;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RoomSlice
class TokensTest {

    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId LIAM = new PersonId("liam");
    private static final PersonId ADMIN = new PersonId("admin");

    @Autowired
    Tokens tokens;

    @Autowired
    TokenRecords records;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobodyHasOne() {
        jdbc.sql("delete from access_token").update();
    }

    @Test
    void aTokenStandsForItsPersonAndItsScopes() {
        Tokens.Made made = tokens.make(" Weekly report ", Set.of(Scope.READ, Scope.WRITE), 90, ADA);

        assertThat(made.secret()).matches("pmf_[A-Za-z0-9_-]{43}");
        assertThat(tokens.recognise(made.secret())).hasValueSatisfying(token -> {
            assertThat(token.person()).isEqualTo(ADA);
            assertThat(token.scopesInWords()).isEqualTo("read, write");
            assertThat(token.name()).isEqualTo("Weekly report");
            assertThat(token.expiresAt()).isEqualTo(TestClock.START.plus(Duration.ofDays(90)));
        });
        for (String other :
                List.of("", "pmf_", made.secret() + "x", made.secret().substring(4), "pmf_" + "x".repeat(9000))) {
            assertThat(tokens.recognise(other)).isEmpty();
        }
    }

    @Test
    void theSecretIsNotKept() {
        String secret = tokens.make("Report", Set.of(Scope.READ), 7, ADA).secret();

        Map<String, Object> row = jdbc.sql("select * from access_token").query().singleRow();

        assertThat(row.values().toString()).doesNotContain(secret, secret.substring(Tokens.PREFIX.length()));
        assertThat(tokens.make("Report", Set.of(Scope.READ), 7, ADA).secret()).isNotEqualTo(secret);
    }

    @Test
    void itEndsWhenItsTimeIsOverAndWhenItIsRevoked() {
        Tokens.Made expiring = tokens.make("Short", Set.of(Scope.READ), 7, ADA);
        Tokens.Made revoked = tokens.make("Leaked", Set.of(Scope.READ), 365, ADA);

        clock.advance(Duration.ofDays(7).minusSeconds(1));
        assertThat(tokens.recognise(expiring.secret())).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(tokens.recognise(expiring.secret())).isEmpty();
        assertThat(tokens.recognise(revoked.secret())).isPresent();
        tokens.revoke(revoked.token().id(), ADA);
        assertThat(tokens.recognise(revoked.secret())).isEmpty();

        assertThat(tokens.of(ADA))
                .filteredOn(token -> token.name().equals("Leaked"))
                .singleElement()
                .satisfies(token -> {
                    assertThat(token.revokedBy()).isEqualTo(ADA);
                    assertThat(token.revokedAt()).isEqualTo(clock.instant());
                });
    }

    @Test
    void onlyItsPersonAndAdministratorsRevokeIt() {
        Tokens.Made made = tokens.make("Report", Set.of(Scope.READ), 7, ADA);

        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> tokens.revoke(made.token().id(), LIAM));
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> tokens.revoke(UUID.randomUUID(), ADA));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> tokens.ofOthers(LIAM));
        assertThat(tokens.recognise(made.secret())).isPresent();
        assertThat(tokens.ofOthers(ADMIN)).extracting(AccessToken::person).containsExactly(ADA);

        tokens.revoke(made.token().id(), ADMIN);
        tokens.revoke(made.token().id(), ADA);

        assertThat(tokens.recognise(made.secret())).isEmpty();
        assertThat(tokens.ofOthers(ADMIN)).isEmpty();
        assertThat(tokens.of(ADA)).extracting(AccessToken::revokedBy).containsExactly(ADMIN);
    }

    @Test
    void scopesOfAdministratorsCountOnlyForAdministrators() {
        assertThat(tokens.offered(LIAM)).containsExactly(Scope.READ, Scope.WRITE, Scope.CALENDAR_REPLIES, Scope.ENGINE);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> tokens.make("x", Set.of(Scope.METRICS), 7, LIAM))
                .asInstanceOf(type(Refused.class))
                .satisfies(refused -> assertThat(refused.problems()).containsOnlyKeys("scopes"));

        // as if liam had been an administrator when he made it
        Tokens.Made made = tokens.make("x", Set.of(Scope.READ, Scope.ADMIN), 7, ADMIN);
        jdbc.sql("update access_token set person_id = 'liam'").update();

        assertThat(tokens.recognise(made.secret()))
                .hasValueSatisfying(token -> assertThat(token.scopes()).containsExactly(Scope.READ));
    }

    @Test
    void theTokenOfWhoHasLeftOpensNothing() {
        String secret = tokens.make("Report", Set.of(Scope.READ), 7, ADA).secret();
        jdbc.sql("update access_token set person_id = 'gone'").update();

        assertThat(tokens.recognise(secret)).isEmpty();
    }

    @Test
    void itsUseIsNotedAboutOnceAMinute() {
        Tokens.Made made = tokens.make("Report", Set.of(Scope.READ), 7, ADA);
        assertThat(lastUsed(made)).isNull();

        tokens.recognise(made.secret());
        clock.advance(Duration.ofSeconds(50));
        tokens.recognise(made.secret());
        assertThat(lastUsed(made)).isEqualTo(TestClock.START);
        clock.advance(Duration.ofSeconds(50));
        tokens.recognise(made.secret());
        assertThat(lastUsed(made)).isEqualTo(clock.instant());
    }

    @ParameterizedTest
    @CsvSource({"'', 7, name", "'  ', 7, name", "x, 0, days", "x, -1, days", "x, 366, days", "x, 2147483647, days"})
    void whatCannotBeMadeIsSaidBesideItsField(String name, int days, String field) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> tokens.make(name, Set.of(Scope.READ), days, ADA))
                .satisfies(refused -> assertThat(refused.problems()).containsOnlyKeys(field));
        assertThat(tokens.of(ADA)).isEmpty();
    }

    @Test
    void aNameOfSeveralLinesAndATokenWithoutScopesAreRefused() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> tokens.make("a\nb", Set.of(), 7, ADA))
                .satisfies(refused -> assertThat(refused.problems()).containsOnlyKeys("name", "scopes"));
    }

    @Test
    void thereIsAnEndToHowManyAPersonHas() {
        for (int i = 0; i < Tokens.MOST; i++) {
            tokens.make("No. " + i, Set.of(Scope.READ), 7, ADA);
        }

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> tokens.make("x", Set.of(Scope.READ), 7, ADA));
        assertThat(tokens.make("x", Set.of(Scope.READ), 7, LIAM)).isNotNull();
        clock.advance(Duration.ofDays(8));
        assertThat(tokens.make("x", Set.of(Scope.READ), 7, ADA)).isNotNull();
    }

    private @org.jspecify.annotations.Nullable Instant lastUsed(Tokens.Made made) {
        return records.find(made.token().id()).orElseThrow().lastUsedAt();
    }
}
