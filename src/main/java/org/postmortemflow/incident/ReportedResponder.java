package org.postmortemflow.incident;

/** Somebody who took part, as a report names them. */
public record ReportedResponder(ResponderRole role, Mention who) {}
