package org.postmortemflow.dashboard;

import java.util.List;

/**
 * A part of the times that postmortems came to a step.
 *
 * @param shown those that the reader may see, as many as fit on a page
 * @param readable how many the reader may see
 * @param unreadable how many more there are, of private postmortems of others
 */
public record StallVisits(List<StallVisit> shown, long readable, long unreadable) {}
