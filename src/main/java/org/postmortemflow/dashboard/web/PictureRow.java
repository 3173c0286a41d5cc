package org.postmortemflow.dashboard.web;

import java.time.Duration;
import java.util.List;
import org.postmortemflow.dashboard.PictureElements;
import org.postmortemflow.dashboard.Stall;
import org.postmortemflow.dashboard.StayWords;

/**
 * A step in the table and on the picture.
 *
 * @param element its task in the model
 * @param address of the postmortems behind it
 * @param heat 0 where no time is lost, to 3 for where most is
 * @param share how much of all lost time is lost here, in percent
 */
record PictureRow(Stall stall, String element, String address, int heat, long share) {

    private static final int HOTTEST = 3;

    /** The worst first. */
    static List<PictureRow> of(List<Stall> stalls, String path, String query) {
        long most = stalls.stream().mapToLong(PictureRow::overdue).max().orElse(0);
        long all = stalls.stream().mapToLong(PictureRow::overdue).sum();
        return stalls.stream()
                .sorted(Stall.WORST_FIRST)
                .map(stall -> new PictureRow(
                        stall,
                        PictureElements.of(stall.step()),
                        path + "/" + stall.step().key() + query,
                        heat(overdue(stall), most),
                        all == 0 ? 0 : Math.round(100.0 * overdue(stall) / all)))
                .toList();
    }

    /** Thirds of the worst one. */
    private static int heat(long overdue, long most) {
        return overdue == 0 ? 0 : (int) Math.min(HOTTEST, 1 + overdue * HOTTEST / most);
    }

    private static long overdue(Stall stall) {
        return stall.passed().overdue().toSeconds();
    }

    /** In one line of a card: what waits there. */
    public String now() {
        return stall.waiting().open() + " open";
    }

    /** How long it usually takes; empty when nobody knows. */
    public String typical() {
        Duration median = stall.passed().median();
        return median == null ? "" : StayWords.rough(median);
    }

    /** How many of those that wait are late; empty when none is. */
    public String late() {
        return stall.waiting().late() == 0 ? "" : stall.waiting().late() + " late";
    }
}
