/** What the postmortem says, section by section. Neighbours: shared, people, incident, lifecycle. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.document;
