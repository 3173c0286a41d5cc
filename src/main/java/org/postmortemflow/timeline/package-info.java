/** What happened when, with its source (R17). Neighbours: shared, people, incident, lifecycle, document. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.timeline;
