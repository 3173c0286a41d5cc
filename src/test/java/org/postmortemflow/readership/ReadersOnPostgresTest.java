package org.postmortemflow.readership;

import org.postmortemflow.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class ReadersOnPostgresTest extends ReadersTest {}
