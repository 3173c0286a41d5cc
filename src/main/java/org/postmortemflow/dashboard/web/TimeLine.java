package org.postmortemflow.dashboard.web;

import org.postmortemflow.dashboard.Chart;
import org.postmortemflow.dashboard.Figure;
import org.postmortemflow.dashboard.PromisesReport.Times;
import org.postmortemflow.shared.Distribution;

/** One distribution as the page shows it: in words, and as a chart. */
record TimeLine(Figure figure, int count, String median, String p90, String worst, Chart chart) {

    static TimeLine of(Figure figure, Times times, PromiseCharts charts) {
        Distribution all = times.all();
        return new TimeLine(figure, all.count(), median(all), p90(all), worst(all), charts.times(figure, times));
    }

    static String median(Distribution all) {
        return PromiseCharts.words(all.median());
    }

    static String p90(Distribution all) {
        return all.count() > 0 && all.p90() == null ? "too few for a percentile" : PromiseCharts.words(all.p90());
    }

    static String worst(Distribution all) {
        return PromiseCharts.words(all.worst());
    }
}
