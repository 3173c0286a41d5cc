/** What managers see: facts and figures of all postmortems, computed from the record. Neighbours: shared, people, lifecycle, followup, deadline, readership, sla. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.dashboard;
