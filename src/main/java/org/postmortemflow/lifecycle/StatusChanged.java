package org.postmortemflow.lifecycle;

import org.postmortemflow.shared.PostmortemId;

/** A postmortem has a new status (R8); published as an application event in the transaction that changes it. */
public record StatusChanged(PostmortemId postmortem, Status now) {}
