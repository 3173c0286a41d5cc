package org.postmortemflow.incident;

import org.postmortemflow.OnPostgres;

/** The same on PostgreSQL, where a failed insert ends the transaction. */
@OnPostgres
class ReportIncidentOnPostgresTest extends ReportIncidentTest {}
