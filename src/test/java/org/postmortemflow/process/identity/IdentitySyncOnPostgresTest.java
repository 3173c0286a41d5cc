package org.postmortemflow.process.identity;

import org.postmortemflow.OnPostgres;

/** The same on PostgreSQL, where several nodes share a database. */
@OnPostgres
class IdentitySyncOnPostgresTest extends IdentitySyncTest {}
