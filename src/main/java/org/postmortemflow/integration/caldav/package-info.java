/** Publishes meetings to a CalDAV server, and asks it who is busy (RFC 4791). Neighbours: shared, people, calendar. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.integration.caldav;
