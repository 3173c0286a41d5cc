package org.postmortemflow.architecture.crooked.meeting;

import org.postmortemflow.architecture.crooked.dashboard.UprightOverview;

record CapabilityKnowsDashboard(UprightOverview overview) {}
