/** Reads factors and follow-ups, and remembers what was mailed. Neighbours: shared, followup, operations. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.operations.store;
