/** A capability. Neighbours: shared. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.architecture.crooked.people;
