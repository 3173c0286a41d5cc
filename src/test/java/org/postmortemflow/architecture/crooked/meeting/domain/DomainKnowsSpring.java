package org.postmortemflow.architecture.crooked.meeting.domain;

import org.springframework.core.io.Resource;

record DomainKnowsSpring(Resource resource) {}
