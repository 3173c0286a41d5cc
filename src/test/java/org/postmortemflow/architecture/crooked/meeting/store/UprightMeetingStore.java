package org.postmortemflow.architecture.crooked.meeting.store;

record UprightMeetingStore(String row) {}
