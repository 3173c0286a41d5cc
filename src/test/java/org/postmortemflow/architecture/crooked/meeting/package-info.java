/** A capability. Neighbours: shared, people. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.architecture.crooked.meeting;
