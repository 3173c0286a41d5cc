/** Deadlines: pure arithmetic on calendars, each with its explanation. Neighbours: shared, people. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.sla;
