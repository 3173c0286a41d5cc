/** Reads a Slack export for the timeline. Neighbours: shared, timeline. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.integration.slack;
