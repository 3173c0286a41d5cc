package org.postmortemflow.architecture.crooked.meeting.web;

public record PublicPage(String html) {}
