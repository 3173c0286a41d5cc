package org.postmortemflow.architecture.crooked.review;

public record Stranger(String name) {}
