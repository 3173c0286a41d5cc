/** Follow-ups: what is done so that it does not happen again. Neighbours: shared, people, incident, lifecycle, document, readership, notification. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.followup;
