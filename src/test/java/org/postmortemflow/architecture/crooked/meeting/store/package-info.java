/** Breaks the rule that stores are hidden. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.architecture.crooked.meeting.store;
