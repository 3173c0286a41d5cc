/** Where each postmortem stands, put together from the other rooms. Neighbours: shared, people, incident, lifecycle, ownership, meeting, followup, announcement, review, readership, deadline, sla, escalation, notification, dashboard. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.overview;
