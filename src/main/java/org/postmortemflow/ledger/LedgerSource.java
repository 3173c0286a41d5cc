package org.postmortemflow.ledger;

import java.util.List;
import org.postmortemflow.lifecycle.Postmortem;

/** Knows a part of what happened to a postmortem. Of entries at the same instant, those of the source with the lower order come first. */
public interface LedgerSource {

    /** In any order, but those at the same instant in the order in which they happened. */
    List<LedgerEntry> of(Postmortem postmortem);
}
