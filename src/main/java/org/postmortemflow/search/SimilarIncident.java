package org.postmortemflow.search;

import java.util.List;

/** A postmortem of an incident like another one, with the reasons, for people: "same service Checkout API". */
public record SimilarIncident(Match postmortem, List<String> reasons) {}
