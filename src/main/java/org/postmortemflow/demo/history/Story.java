package org.postmortemflow.demo.history;

import java.util.UUID;
import org.postmortemflow.shared.PostmortemId;

/** One made-up incident with its postmortem. */
record Story(PostmortemId id, UUID incident, Occurrence what, Cast cast, Course course, Content content) {}
