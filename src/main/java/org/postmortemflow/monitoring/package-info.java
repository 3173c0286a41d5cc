/** Figures for monitors: how much is open, late, waiting or stuck, in this moment. Neighbours: shared, lifecycle, sla, notification. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.monitoring;
