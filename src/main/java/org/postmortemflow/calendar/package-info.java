/** The calendar of all postmortem meetings (R10): feeds, pages, publishing to a calendar server, who is busy when. Neighbours: shared, people, notification, readership. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.calendar;
