/** PagerDuty's v3 webhooks: who may send them, what they tell of incidents; and its log, read for the timeline. Neighbours: shared, incident, timeline. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.integration.pagerduty;
