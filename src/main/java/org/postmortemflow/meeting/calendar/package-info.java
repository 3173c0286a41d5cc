/** Meetings as calendars read them: RFC 5545, 5546 and 7986. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.meeting.calendar;
