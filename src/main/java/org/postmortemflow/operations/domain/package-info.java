/** Counting across incidents. Neighbours: shared. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.operations.domain;
