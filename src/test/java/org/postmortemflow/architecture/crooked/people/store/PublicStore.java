package org.postmortemflow.architecture.crooked.people.store;

public record PublicStore(String row) {}
