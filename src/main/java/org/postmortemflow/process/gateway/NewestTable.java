package org.postmortemflow.process.gateway;

import org.camunda.bpm.engine.RepositoryService;
import org.postmortemflow.shared.ReadOnce;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Which deployed version of a decision table is the newest. A version never changes, so what it answers can be kept. */
@Component
class NewestTable {

    private final ReadOnce<String, String> known = new ReadOnce<>("newest decision table");
    private final RepositoryService repository;

    NewestTable(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    /** The engine's id of that version; asked once in each transaction. */
    String of(String key) {
        return known.get(key, this::read);
    }

    private String read(String key) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .latestVersion()
                .singleResult()
                .getId();
    }
}
