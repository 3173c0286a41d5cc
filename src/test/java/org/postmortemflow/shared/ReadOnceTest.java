package org.postmortemflow.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.postmortemflow.RoomSlice;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@RoomSlice
class ReadOnceTest {

    @Autowired
    PlatformTransactionManager transactions;

    private final AtomicInteger reads = new AtomicInteger();
    private final ReadOnce<String, Integer> once = new ReadOnce<>("a test's");

    @Test
    void withoutATransactionEveryCallReads() {
        assertThat(read()).isEqualTo(1);
        assertThat(read()).isEqualTo(2);
    }

    @Test
    void inATransactionTheFirstAnswerStaysUntilAWriteForgetsIt() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThat(read()).isEqualTo(1);
            assertThat(read()).isEqualTo(1);
            once.forget();
            assertThat(read()).isEqualTo(2);
        });
    }

    @Test
    void theNextTransactionReadsAnewAlsoAfterARollback() {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(status -> {
            read();
            status.setRollbackOnly();
        });

        transaction.executeWithoutResult(status -> assertThat(read()).isEqualTo(2));
    }

    @Test
    void aTransactionInsideAnotherSeesNothingOfIt() {
        TransactionTemplate inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            read();
            inner.executeWithoutResult(within -> assertThat(read()).isEqualTo(2));
            assertThat(read()).isEqualTo(1);
        });
    }

    private int read() {
        return once.get("key", key -> reads.incrementAndGet());
    }
}
