/** Who comes: the meeting's part of a postmortem's page, the page to change attendees, and their REST. */
@org.jspecify.annotations.NullMarked
package org.postmortemflow.meeting.web;
