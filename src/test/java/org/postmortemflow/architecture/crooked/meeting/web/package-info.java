/** Breaks the rule that pages are hidden. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.architecture.crooked.meeting.web;
