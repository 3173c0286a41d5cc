package org.postmortemflow.people;

import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.PersonId;

/** @param pagerDutyId the id of the same person in PagerDuty, when known */
public record Person(
        PersonId id, String name, String email, @Nullable String pagerDutyId) {}
