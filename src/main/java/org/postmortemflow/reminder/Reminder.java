package org.postmortemflow.reminder;

import org.postmortemflow.deadline.StoredDeadline;
import org.postmortemflow.lifecycle.Postmortem;
import org.postmortemflow.reminder.domain.Moment;

/** One line of a mail: what one person has to do, until when, and which of its reminders this is. */
public record Reminder(Postmortem postmortem, StoredDeadline deadline, Turn turn, Moment moment) {}
