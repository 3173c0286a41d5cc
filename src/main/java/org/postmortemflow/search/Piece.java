package org.postmortemflow.search;

/** A stretch of plain text; {@code hit} when it is a word that was looked for. Whoever shows it escapes it. */
public record Piece(String text, boolean hit) {}
