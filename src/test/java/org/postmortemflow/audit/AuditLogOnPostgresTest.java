package org.postmortemflow.audit;

import org.postmortemflow.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class AuditLogOnPostgresTest extends AuditLogTest {}
