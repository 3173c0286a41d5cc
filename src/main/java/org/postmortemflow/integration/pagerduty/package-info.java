/** PagerDuty's v3 webhooks: who may send them, and what they tell of incidents. Neighbours: shared, incident. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.integration.pagerduty;
