package org.postmortemflow.architecture.crooked.people;

import org.postmortemflow.architecture.crooked.shared.UprightValue;

public record UprightPerson(UprightValue name) {}
