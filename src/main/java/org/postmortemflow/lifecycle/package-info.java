/** The postmortem itself: status, steps, history; and the engine's port in domain words. Neighbours: shared, people. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.lifecycle;
