package org.postmortemflow.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.lifecycle.Postmortems;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings together what the sources know. */
@Component
public class Ledgers {

    private final Postmortems postmortems;
    private final List<LedgerSource> sources;

    Ledgers(Postmortems postmortems, List<LedgerSource> sources) {
        this.postmortems = postmortems;
        this.sources = sources;
    }

    /**
     * Oldest first.
     *
     * @param kinds those to give; empty for all
     * @throws java.util.NoSuchElementException when there is no such postmortem
     */
    @Transactional(readOnly = true)
    public List<LedgerEntry> of(PostmortemId id, Set<LedgerKind> kinds) {
        Postmortem postmortem = postmortems.get(id);
        return sources.stream()
                .flatMap(source -> source.of(postmortem).stream())
                .filter(entry -> kinds.isEmpty() || kinds.contains(entry.kind()))
                .sorted(Comparator.comparing(LedgerEntry::at))
                .toList();
    }
}
