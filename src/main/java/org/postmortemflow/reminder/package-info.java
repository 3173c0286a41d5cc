/** Reminds whoever has to act before, on and after a deadline: gathered, and quiet when people rest. Neighbours: shared, people, incident, lifecycle, ownership, followup, sla, deadline, escalation, readership, notification. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.reminder;
