/** What happened when, with its source (R17). Neighbours: shared, people, lifecycle. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.timeline;
