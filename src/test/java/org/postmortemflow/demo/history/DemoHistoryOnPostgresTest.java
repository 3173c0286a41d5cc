package org.postmortemflow.demo.history;

import org.postmortemflow.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class DemoHistoryOnPostgresTest extends DemoHistoryTest {}
