package org.postmortemflow.calendar;

import org.postmortemflow.OnPostgres;

/** The same on PostgreSQL. */
@OnPostgres
class CalendarFeedOnPostgresTest extends CalendarFeedTest {}
