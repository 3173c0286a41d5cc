/** What the postmortem says: timeline, impact, analysis. Neighbours: shared, people, lifecycle. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.document;
