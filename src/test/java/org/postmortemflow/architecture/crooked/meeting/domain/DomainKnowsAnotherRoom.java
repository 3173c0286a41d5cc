package org.postmortemflow.architecture.crooked.meeting.domain;

import org.postmortemflow.architecture.crooked.people.UprightPerson;

record DomainKnowsAnotherRoom(UprightPerson facilitator) {}
