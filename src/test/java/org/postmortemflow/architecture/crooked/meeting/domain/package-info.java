/** Breaks the rule of the domain. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.architecture.crooked.meeting.domain;
