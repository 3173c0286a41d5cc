package org.postmortemflow.search;

import java.util.List;

/**
 * A word that is looked for.
 *
 * @param factor whether it must stand among the contributing factors
 * @param rarity how much it counts: the rarer, the more; from 1, 0 when it stands nowhere
 * @param often in about how many postmortems it stands
 */
public record Term(String word, boolean factor, int rarity, long often) {

    private static final long MOST_ROWS = 10_000;

    /** The rarest ones, so few that looking for any of them stays quick; at least one. */
    static List<Term> quick(List<Term> rarestFirst) {
        long rows = 0;
        int taken = 0;
        while (taken < rarestFirst.size()
                && (taken == 0 || rows + rarestFirst.get(taken).often() <= MOST_ROWS)) {
            rows += rarestFirst.get(taken++).often();
        }
        return rarestFirst.subList(0, taken);
    }
}
