package org.postmortemflow.architecture.crooked.meeting;

import org.postmortemflow.architecture.crooked.review.Stranger;

record KnowsAStranger(Stranger stranger) {}
