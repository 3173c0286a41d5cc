/** Is known to a capability that must not know it. Neighbours: people. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.architecture.crooked.dashboard;
