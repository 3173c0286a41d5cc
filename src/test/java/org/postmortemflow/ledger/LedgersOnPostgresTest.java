package org.postmortemflow.ledger;

import org.postmortemflow.OnPostgres;
import org.postmortemflow.RoomSlice;

/** The same on PostgreSQL. */
@RoomSlice
@OnPostgres
class LedgersOnPostgresTest extends LedgersTest {}
