package org.postmortemflow.architecture.crooked.meeting;

import org.postmortemflow.architecture.crooked.process.UprightDelegate;

record CapabilityKnowsProcess(UprightDelegate delegate) {}
