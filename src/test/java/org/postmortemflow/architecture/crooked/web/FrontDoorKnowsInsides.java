package org.postmortemflow.architecture.crooked.web;

import org.postmortemflow.architecture.crooked.people.store.PublicStore;

public record FrontDoorKnowsInsides(PublicStore store) {}
