package org.postmortemflow.search;

/**
 * A word that is looked for.
 *
 * @param factor whether it must stand among the contributing factors
 * @param rarity how much it counts: the rarer, the more; from 1
 */
public record Term(String word, boolean factor, int rarity) {}
