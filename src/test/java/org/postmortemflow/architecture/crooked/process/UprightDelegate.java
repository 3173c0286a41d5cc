package org.postmortemflow.architecture.crooked.process;

import org.camunda.bpm.engine.RuntimeService;
import org.postmortemflow.architecture.crooked.meeting.UprightMeeting;

public record UprightDelegate(RuntimeService engine, UprightMeeting meeting) {}
