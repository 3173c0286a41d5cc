/** Who hears of a missed deadline, and when again. Neighbours: shared, people, incident, lifecycle, ownership, deadline, sla, notification, readership. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.escalation;
