/** Where each postmortem stands, put together from the other rooms. Neighbours: shared, people, incident, lifecycle, ownership, meeting, announcement, review, readership, deadline, sla. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.overview;
