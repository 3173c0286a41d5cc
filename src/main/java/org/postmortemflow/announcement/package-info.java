/** What customers and colleagues are told: external message and internal mail. Neighbours: shared, people, incident, lifecycle, document, followup, notification. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.announcement;
