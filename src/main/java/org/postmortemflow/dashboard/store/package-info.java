/** The tables behind the figures. Neighbours: shared, people, lifecycle, followup, deadline, readership, sla, dashboard. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.dashboard.store;
