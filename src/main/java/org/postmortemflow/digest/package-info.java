/** Regular letters of where postmortems stand, to those who want them; and what each person gets by mail. Neighbours: shared, people, incident, lifecycle, ownership, followup, sla, deadline, readership, notification. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.digest;
