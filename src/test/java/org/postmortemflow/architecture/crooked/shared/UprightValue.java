package org.postmortemflow.architecture.crooked.shared;

public record UprightValue(String value) {}
