package org.postmortemflow.search;

import java.util.List;

/** @param heading where in the postmortem it stands */
public record Excerpt(String heading, List<Piece> pieces) {}
