/** The review before the meeting: request, checklist, verdicts. Neighbours: shared, people, lifecycle, ownership, meeting, notification. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.review;
