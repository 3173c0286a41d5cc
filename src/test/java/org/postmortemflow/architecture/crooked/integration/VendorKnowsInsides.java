package org.postmortemflow.architecture.crooked.integration;

import org.postmortemflow.architecture.crooked.people.store.PublicStore;

public record VendorKnowsInsides(PublicStore store) {}
