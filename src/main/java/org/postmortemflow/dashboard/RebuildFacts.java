package org.postmortemflow.dashboard;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Computes all facts from the record again, in small portions, while people work. What was computed in another way than now is
 * computed again after the start by itself; one thread of a node does it at a time.
 */
@Component
public class RebuildFacts {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildFacts.class);
    private static final int AT_ONCE = 50;

    private final FactRecords records;
    private final FactWriter writer;
    private final Organisation organisation;
    private final TransactionTemplate transaction;
    private final AtomicBoolean looked = new AtomicBoolean();
    private final ReentrantLock running = new ReentrantLock();

    RebuildFacts(
            FactRecords records,
            FactWriter writer,
            Organisation organisation,
            PlatformTransactionManager transactions) {
        this.records = records;
        this.writer = writer;
        this.organisation = organisation;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @throws Refused unless the person is an administrator */
    public void require(PersonId person) {
        if (!organisation.isAdministrator(person)) {
            throw new Refused("This is for an administrator.");
        }
    }

    /** Has all of them computed again by whichever node comes first. @throws Refused unless by an administrator */
    public void markAll(PersonId by) {
        require(by);
        PostmortemId last = forgetSome(null);
        while (last != null) {
            last = forgetSome(last);
        }
        looked.set(false);
    }

    private @Nullable PostmortemId forgetSome(@Nullable PostmortemId after) {
        return transaction.execute(
                status -> records.forgetVersions(after, AT_ONCE).orElse(null));
    }

    /** How many are still to be computed. */
    public long waiting() {
        return records.countOutdated(writer.version());
    }

    /** Computes all that is outdated; those without a row are looked for once after the start, and after the button. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(fixedDelayString = "${postmortem.figures.every:30s}")
    public void catchUp() {
        if (!running.tryLock()) {
            return;
        }
        try {
            if (looked.compareAndSet(false, true)) {
                write(() -> records.missing(AT_ONCE));
            }
            write(() -> records.outdated(writer.version(), AT_ONCE));
        } catch (TransientDataAccessException busy) {
            looked.set(false);
            LOG.info("Figures are computed again a little later", busy);
        } finally {
            running.unlock();
        }
    }

    private void write(Supplier<List<PostmortemId>> next) {
        for (List<PostmortemId> some = next.get(); !some.isEmpty(); some = next.get()) {
            List<PostmortemId> portion = some;
            transaction.executeWithoutResult(status -> writer.write(portion));
        }
    }
}
