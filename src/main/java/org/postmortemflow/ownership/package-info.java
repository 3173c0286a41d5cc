/** Who owns a postmortem: candidates with reasons, designation, hand-over. Neighbours: shared, people, incident, lifecycle, sla, notification. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.ownership;
