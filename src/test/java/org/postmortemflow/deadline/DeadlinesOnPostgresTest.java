package org.postmortemflow.deadline;

import org.postmortemflow.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class DeadlinesOnPostgresTest extends DeadlineTableTest {}
