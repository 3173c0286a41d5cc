/** The postmortem meeting: slot, invitees with reasons, agenda, decisions. Neighbours: shared, people, incident, lifecycle, ownership, followup, announcement, readership, sla, notification, calendar. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.meeting;
