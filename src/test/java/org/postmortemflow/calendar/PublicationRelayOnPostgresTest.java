package org.postmortemflow.calendar;

import org.postmortemflow.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class PublicationRelayOnPostgresTest extends PublicationRelayTest {}
