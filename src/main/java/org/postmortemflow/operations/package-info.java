/** The operational review: what keeps coming back across incidents, as a page, a text and a mail. Neighbours: shared, people, followup, readership, notification, dashboard, lifecycle. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.operations;
