package org.postmortemflow.architecture.crooked.meeting.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.architecture.crooked.shared.UprightValue;

record UprightAgenda(List<UprightValue> items, @Nullable Instant start, long[] minutes) {}
