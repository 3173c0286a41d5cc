package org.postmortemflow.search;

import org.postmortemflow.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class SearchOnPostgresTest extends SearchTest {}
