package org.postmortemflow.reminder.domain;

/**
 * One of the times at which somebody is reminded of one due time.
 *
 * @param key tells it from the others, for example {@code before-PT24H}, {@code at} or {@code after-3}
 * @param late whether the due time is over
 */
public record Moment(String key, boolean late) {}
