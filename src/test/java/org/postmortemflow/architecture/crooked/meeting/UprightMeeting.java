package org.postmortemflow.architecture.crooked.meeting;

import org.postmortemflow.architecture.crooked.people.UprightPerson;

public record UprightMeeting(UprightPerson facilitator) {}
