package org.postmortemflow.meeting;

import org.postmortemflow.OnPostgres;

/** The same on PostgreSQL: owners, meetings and attendees. */
@OnPostgres
class MeetingsOnPostgresTest extends HoldMeetingTest {}
