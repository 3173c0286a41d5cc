package org.postmortemflow.architecture.crooked.meeting;

import org.camunda.bpm.engine.RuntimeService;

record CapabilityKnowsEngine(RuntimeService engine) {}
