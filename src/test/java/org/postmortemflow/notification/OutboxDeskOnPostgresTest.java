package org.postmortemflow.notification;

import org.postmortemflow.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class OutboxDeskOnPostgresTest extends OutboxDeskTest {}
