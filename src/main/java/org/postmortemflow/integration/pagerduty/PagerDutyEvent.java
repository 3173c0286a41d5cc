package org.postmortemflow.integration.pagerduty;

import org.postmortemflow.incident.IncidentAddition;
import org.postmortemflow.incident.IncidentReport;

/** What a webhook message means to us. */
sealed interface PagerDutyEvent {

    /** It carries the incident as it stands. */
    record Whole(IncidentReport report) implements PagerDutyEvent {}

    /** It tells one thing more about an incident. */
    record More(IncidentAddition addition) implements PagerDutyEvent {}

    /** It is a proper message that we have no use for. */
    record Nothing(String type) implements PagerDutyEvent {}
}
