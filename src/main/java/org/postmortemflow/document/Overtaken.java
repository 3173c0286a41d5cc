package org.postmortemflow.document;

/**
 * Somebody else saved the section while one was writing; nothing was saved.
 *
 * @param theirs what counts now
 * @param mine what was to be saved
 * @param merged a proposal that holds both, see {@link org.postmortemflow.document.compare.TextMerge}
 * @param clean whether the proposal has no places that the writer must decide on
 */
public record Overtaken(SectionVersion theirs, String mine, String merged, boolean clean) {}
