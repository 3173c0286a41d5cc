/** The tables behind the figures. Neighbours: shared, people, lifecycle, readership, sla, dashboard. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.dashboard.store;
