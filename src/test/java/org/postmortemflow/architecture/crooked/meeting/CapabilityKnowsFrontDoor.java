package org.postmortemflow.architecture.crooked.meeting;

import org.postmortemflow.architecture.crooked.web.FrontDoorKnowsInsides;

record CapabilityKnowsFrontDoor(FrontDoorKnowsInsides page) {}
