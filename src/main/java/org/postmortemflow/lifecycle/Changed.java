package org.postmortemflow.lifecycle;

import org.postmortemflow.shared.PostmortemId;

/**
 * What a postmortem says was changed: its title, incident, text, timeline, follow-ups or external message. Whoever writes such
 * a thing publishes this as an application event, in the same transaction.
 */
public record Changed(PostmortemId postmortem) {}
