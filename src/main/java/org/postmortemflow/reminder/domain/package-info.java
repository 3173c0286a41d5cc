/** When a reminder is due: arithmetic without clock and settings. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.reminder.domain;
