package org.postmortemflow.process.identity;

import org.camunda.bpm.engine.ProcessEngine;
import org.postmortemflow.audit.AuditLog;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.RolesGranted;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the engine in line with the organisation file at start, before the first request: what is new is added, what changed
 * is changed, who is gone is removed. One transaction behind a row lock: of nodes that start together, one does it and the
 * others find nothing left to do.
 */
@Component
class IdentitySync implements SmartInitializingSingleton {

    private final Organisation organisation;
    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    IdentitySync(
            Organisation organisation,
            ProcessEngine engine,
            JdbcClient jdbc,
            AuditLog audit,
            PlatformTransactionManager transactionManager) {
        this.organisation = organisation;
        this.engine = engine;
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> sync());
    }

    /** Somebody's roles changed at sign-in. */
    @EventListener
    void sync(RolesGranted granted) {
        transaction.executeWithoutResult(status -> sync());
    }

    private void sync() {
        jdbc.sql("select id from identity_sync where id = 1 for update")
                .query(Integer.class)
                .single();
        Permits permits = new Permits(engine.getAuthorizationService());
        new PersonSync(engine.getIdentityService(), permits).sync(organisation);
        new GroupSync(engine.getIdentityService(), permits, audit).sync(Groups.of(organisation));
        permits.grant();
        new TasklistFilters(engine.getFilterService(), permits).provide();
    }
}
