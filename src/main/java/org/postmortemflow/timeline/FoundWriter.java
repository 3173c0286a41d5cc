package org.postmortemflow.timeline;

/**
 * Somebody who wrote in a source.
 *
 * @param reference an e-mail address, or an id that the organisation file may know; may be empty
 * @param bot whether it is a program
 */
public record FoundWriter(String reference, String name, boolean bot, int messages) {}
