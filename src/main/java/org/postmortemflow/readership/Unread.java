package org.postmortemflow.readership;

import java.time.Instant;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;

/** Somebody who was told to read a postmortem, at an instant in UTC, and has not read it yet. */
public record Unread(PostmortemId postmortem, PersonId person, Instant toldAt) {}
