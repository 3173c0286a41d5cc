/** What happened when, with its source (R17). Neighbours: shared, people, lifecycle, incident. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.timeline;
