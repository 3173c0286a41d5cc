/** Publishes meetings to a CalDAV server (RFC 4791). Neighbours: shared, calendar. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.integration.caldav;
