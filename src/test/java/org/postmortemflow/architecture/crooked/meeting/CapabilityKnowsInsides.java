package org.postmortemflow.architecture.crooked.meeting;

import org.postmortemflow.architecture.crooked.people.store.PublicStore;

record CapabilityKnowsInsides(PublicStore store) {}
