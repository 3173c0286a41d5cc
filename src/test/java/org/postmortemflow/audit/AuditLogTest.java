package org.postmortemflow.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.postmortemflow.TestClock;
import org.postmortemflow.access.Scope;
import org.postmortemflow.access.Tokens;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RoomSlice
class AuditLogTest {

    private static final PersonId ADA = new PersonId("ada");
    private static final PersonId ADMIN = new PersonId("admin");
    private static final AuditFilter ALL = new AuditFilter(null, null, null, null);

    @Autowired
    AuditLog log;

    @Autowired
    AuditDesk desk;

    @Autowired
    AuditRecords records;

    @Autowired
    ForgetAudit forget;

    @Autowired
    Tokens tokens;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void nothingIsNoted() {
        jdbc.sql("delete from audit_entry").update();
    }

    @Test
    void whatIsTakenBackWasNeverNoted() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            log.record(AuditKind.DELETED, ADA, "an attachment");
            status.setRollbackOnly();
        });
        assertThat(all()).isEmpty();
    }

    @Test
    void aTokensSecretIsNotInIt() {
        Tokens.Made made = tokens.make("Report", Set.of(Scope.READ), 7, ADA);
        tokens.revoke(made.token().id(), ADMIN);

        assertThat(all()).extracting(AuditEntry::kind).containsExactly(AuditKind.TOKEN_REVOKED, AuditKind.TOKEN_MADE);
        assertThat(all()).extracting(AuditEntry::person).containsExactly(ADMIN, ADA);
        assertThat(all())
                .allSatisfy(entry -> assertThat(entry.about())
                        .contains(made.token().id().toString())
                        .doesNotContain(made.secret()));
    }

    @Test
    void itIsFilteredByPersonKindAndTime() {
        log.record(AuditKind.SIGNED_IN, ADA, "with a password");
        clock.advance(Duration.ofDays(1));
        log.record(AuditKind.EXPORTED, ADA, "/postmortems.csv");
        log.record(AuditKind.SIGN_IN_FAILED, null, "with a name that nobody has");

        Instant today = clock.instant();
        assertThat(find(new AuditFilter(ADA, null, null, null))).hasSize(2);
        assertThat(find(new AuditFilter(null, AuditKind.SIGNED_IN, null, null))).hasSize(1);
        assertThat(find(new AuditFilter(null, null, today, null))).hasSize(2);
        assertThat(find(new AuditFilter(null, null, null, today))).hasSize(1);
        List<AuditEntry> all = all();
        assertThat(desk.list(ALL, all.get(0).position(), 1, ADMIN)).containsExactly(all.get(1));
    }

    @Test
    void onlyAdministratorsReadIt() {
        assertThatThrownBy(() -> desk.list(ALL, Long.MAX_VALUE, 10, ADA)).isInstanceOf(Refused.class);
    }

    @Test
    void linesStayLinesAndShort() {
        log.record(AuditKind.EXPORTED, ADA, "one\r\ntwo\0" + "x".repeat(1000));
        assertThat(all())
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.about()).startsWith("one two x").hasSize(500));
    }

    @Test
    void networkAddressesAreForgottenBeforeEntriesAre() {
        records.add(clock.instant(), AuditKind.SIGNED_IN, ADA, "192.0.2.1", "with a password");
        forget.run();
        assertThat(all()).extracting(AuditEntry::address).containsExactly("192.0.2.1");
        clock.advance(Duration.ofDays(91));
        forget.run();
        assertThat(all()).extracting(AuditEntry::address).containsOnlyNulls();
        clock.advance(Duration.ofDays(640));
        forget.run();
        assertThat(all()).isEmpty();
    }

    private List<AuditEntry> all() {
        return find(ALL);
    }

    private List<AuditEntry> find(AuditFilter filter) {
        return desk.list(filter, Long.MAX_VALUE, 10, ADMIN);
    }
}
