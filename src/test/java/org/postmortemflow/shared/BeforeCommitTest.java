package org.postmortemflow.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postmortemflow.shared.BeforeCommit.Turn;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class BeforeCommitTest {

    private static final PostmortemId FIRST = new PostmortemId(new UUID(0, 1));
    private static final PostmortemId SECOND = new PostmortemId(new UUID(0, 2));

    private final List<String> log = new ArrayList<>();
    private final PlatformTransactionManager transactions = new LoggedTransactions();
    private final BeforeCommit<String> derived = noting("a derived one", Turn.DERIVED);
    private final BeforeCommit<String> record = noting("z of the record", Turn.RECORD);

    @Test
    void eachPostmortemIsLookedAtOnceInTheOrderOfTheirIdsRightBeforeTheCommit() {
        inTransaction(() -> {
            record.touch(SECOND, "x");
            record.touch(FIRST, "y");
            record.touch(SECOND, "z");
            log.add("work");
        });

        assertThat(log).containsExactly("work", "z of the record 1: y", "z of the record 2: x+z", "commit");
    }

    @Test
    void theRecordComesBeforeWhatFollowsFromItAlsoWhenThatIsTouchedOnlyThen() {
        BeforeCommit<String> leads = new BeforeCommit<>(
                "leads", Turn.RECORD, String::concat, (id, told) -> derived.touch(id, "led"), transactions);

        inTransaction(() -> {
            derived.touch(FIRST, "early");
            leads.touch(FIRST, "");
        });

        assertThat(log).containsExactly("a derived one 1: early+led", "commit");
    }

    @Test
    void whatIsTouchedAfterAllThatIsDoneAtOnceAndNotLost() {
        inTransaction(() -> {
            record.touch(FIRST, "x");
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    record.touch(FIRST, "late");
                }
            });
        });

        assertThat(log).containsExactly("z of the record 1: x", "z of the record 1: late", "commit");
    }

    @Test
    void nothingIsDoneWhenTheTransactionIsRolledBack() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            record.touch(FIRST, "x");
            status.setRollbackOnly();
        });

        assertThat(log).containsExactly("rollback");
    }

    @Test
    void withoutATransactionItIsDoneAtOnceInOne() {
        record.touch(FIRST, "x");

        assertThat(log).containsExactly("z of the record 1: x", "commit");
    }

    private BeforeCommit<String> noting(String name, Turn turn) {
        return new BeforeCommit<>(
                name,
                turn,
                (earlier, later) -> earlier + "+" + later,
                (id, told) -> log.add("%s %d: %s".formatted(name, id.value().getLeastSignificantBits(), told)),
                transactions);
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    /** Transactions of nothing, which say how they end. */
    private final class LoggedTransactions extends AbstractPlatformTransactionManager {

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            log.add("commit");
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            log.add("rollback");
        }
    }
}
