package org.postmortemflow.review;

import org.postmortemflow.shared.PostmortemId;

/** Reviewers were sent the link, complete or not (R26); published in the transaction that writes the mails down. */
public record ReviewAsked(PostmortemId postmortem) {}
