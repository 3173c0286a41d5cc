/** Who signed in, got or lost rights, took something out or deleted it. Neighbours: shared, people. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.audit;
