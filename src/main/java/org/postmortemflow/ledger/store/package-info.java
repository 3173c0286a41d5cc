/** What the ledger reads from tables that say more than their rooms do. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.ledger.store;
