/** The deadlines of each postmortem as they are kept: due, why, met, missed, excused. Neighbours: shared, people, incident, lifecycle, ownership, meeting, review, followup, announcement, sla. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.deadline;
