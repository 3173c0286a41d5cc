/** Who owns a postmortem: candidates with reasons, designation, hand-over. Neighbours: shared, people, incident, lifecycle, notification. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.ownership;
