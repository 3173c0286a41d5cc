package org.postmortemflow.architecture.crooked.process;

import org.postmortemflow.architecture.crooked.people.store.PublicStore;

record ProcessKnowsInsides(PublicStore store) {}
