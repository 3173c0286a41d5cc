package org.postmortemflow.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A chart, and the table behind it: {@code templates/charts.html} prints both from this. Colours and axes are the browser's
 * business.
 *
 * @param id unique on its page
 * @param unit of the values, for people, for example {@code days}
 * @param labels along the axis, for example months; the first column of the table
 * @param points single values, each with its place on the axis and its link; empty in most charts
 */
public record Chart(
        String id, String title, Kind kind, String unit, List<String> labels, List<Series> series, List<Point> points) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How the values are drawn. */
    public enum Kind {
        /** Series side by side. */
        BARS,
        /** Series on top of each other. */
        STACKED,
        LINES
    }

    /**
     * @param line whether it is drawn as a line over bars
     * @param values one for each label; null where there is none
     */
    public record Series(String name, boolean line, List<? extends @Nullable Number> values) {}

    /**
     * @param at the place on the axis: 0 is the first label, 0.5 halfway to the second
     * @param link where it leads, below this house
     */
    public record Point(double at, double value, String name, String link) {}

    /** Without single points. */
    public static Chart of(String id, String title, Kind kind, String unit, List<String> labels, List<Series> series) {
        return new Chart(id, title, kind, unit, labels, series, List.of());
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return points.isEmpty()
                && series.stream()
                        .flatMap(one -> one.values().stream())
                        .allMatch(value -> value == null || value.doubleValue() == 0);
    }

    /** A row of the table: its label, then a value of each series, with an empty text where there is none. */
    public List<Row> rows() {
        return IntStream.range(0, labels.size())
                .mapToObj(i -> new Row(
                        labels.get(i),
                        series.stream().map(one -> text(one.values().get(i))).toList()))
                .toList();
    }

    /** One line of the table. */
    public record Row(String label, List<String> values) {}

    /** What charts.js reads. */
    public String json() {
        try {
            return JSON.writeValueAsString(Map.of(
                    "title", title,
                    "kind", kind.name(),
                    "unit", unit,
                    "labels", labels,
                    "series", series,
                    "points", points));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The chart " + id + " cannot be written", e);
        }
    }

    private static String text(@Nullable Number value) {
        if (value == null) {
            return "";
        }
        return value instanceof Double number ? String.format(Locale.ROOT, "%.1f", number) : value.toString();
    }
}
