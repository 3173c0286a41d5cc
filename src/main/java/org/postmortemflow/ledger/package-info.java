/** Everything that happened to one postmortem, in order, with who and why. Neighbours: shared, people, lifecycle, document, timeline, followup, meeting, review, sla, notification. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.ledger;
