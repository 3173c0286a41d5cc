package org.postmortemflow.access;

import org.postmortemflow.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class TokensOnPostgresTest extends TokensTest {}
