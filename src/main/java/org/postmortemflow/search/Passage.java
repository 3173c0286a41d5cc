package org.postmortemflow.search;

/**
 * A part of what a postmortem says.
 *
 * @param heading where it stands, for people
 * @param boost how much a word counts here, from 1
 * @param factor whether it names contributing factors
 */
public record Passage(String heading, String text, int boost, boolean factor) {}
