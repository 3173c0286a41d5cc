/** Breaks the rule of the clock in every way. Neighbours: shared. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.architecture.crooked.time;
