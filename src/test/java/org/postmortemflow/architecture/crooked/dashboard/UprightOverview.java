package org.postmortemflow.architecture.crooked.dashboard;

import org.postmortemflow.architecture.crooked.people.UprightPerson;

public record UprightOverview(UprightPerson person) {}
