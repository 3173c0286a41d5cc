/** How postmortems come in from elsewhere and leave for elsewhere. Neighbours: shared, people, incident, lifecycle, ownership, meeting, document, timeline, followup, announcement, review, attachment, notification, readership. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.archive;
