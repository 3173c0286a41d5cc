package org.postmortemflow.architecture.crooked.people.store;

record UprightStore(String row) {}
