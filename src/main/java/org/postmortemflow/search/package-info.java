/** Finds postmortems by words and facts, and those that are alike. Neighbours: shared, people, incident, lifecycle, document, timeline, followup, announcement, readership. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.search;
