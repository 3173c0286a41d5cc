package org.postmortemflow.dashboard;

import java.util.List;
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
 * computed again after the start by itself.
 */
@Component
public class RebuildFacts {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildFacts.class);
    private static final int AT_ONCE = 100;

    private final FactRecords records;
    private final FactWriter writer;
    private final Organisation organisation;
    private final TransactionTemplate transaction;

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

    /** Has all of them computed again by whichever node comes first. @throws Refused unless by an administrator */
    public void markAll(PersonId by) {
        if (!organisation.isAdministrator(by)) {
            throw new Refused("This is for an administrator.");
        }
        transaction.executeWithoutResult(status -> records.forgetVersions());
    }

    /** How many are still to be computed. */
    public long waiting() {
        return records.countOutdated(writer.version());
    }

    /** Computes all that is outdated. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(fixedDelayString = "${postmortem.figures.every:30s}")
    public void catchUp() {
        try {
            List<PostmortemId> outdated = records.outdated(writer.version(), AT_ONCE);
            while (!outdated.isEmpty()) {
                List<PostmortemId> portion = outdated;
                transaction.executeWithoutResult(status -> writer.write(portion));
                outdated = records.outdated(writer.version(), AT_ONCE);
            }
        } catch (TransientDataAccessException busy) {
            LOG.info("Figures are computed again a little later", busy);
        }
    }
}
