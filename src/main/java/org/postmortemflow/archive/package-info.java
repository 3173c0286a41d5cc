/** How postmortems come in from elsewhere and leave for elsewhere. Neighbours: shared, people, incident, lifecycle, document, timeline, followup. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.archive;
