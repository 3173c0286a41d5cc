package org.postmortemflow.dashboard;

import org.postmortemflow.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class StallsOnPostgresTest extends StallsTest {}
