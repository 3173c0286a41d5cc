/** Counts in our own tables. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.monitoring.store;
