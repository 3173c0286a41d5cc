/** The demo: its clock, which can be moved forward to watch what happens in time, and its made-up past. Neighbours: shared, people, incident, lifecycle, document, timeline, followup, notification, sla, deadline. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.demo;
