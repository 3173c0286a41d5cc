package org.postmortemflow.privacy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks into every column of every table, ours and the engine's, on H2. */
record Everywhere(JdbcTemplate jdbc) {

    /** Columns in which one of these is found, in whatever case. */
    List<String> speakingOf(String... words) {
        List<String> found = new ArrayList<>();
        List<String[]> columns = jdbc.query(
                "select table_name, column_name, data_type from information_schema.columns where table_schema = 'PUBLIC'",
                (row, number) -> new String[] {row.getString(1), row.getString(2), row.getString(3)});
        for (String[] column : columns) {
            List<String> values = values(column);
            if (Stream.of(words).anyMatch(word -> values.stream().anyMatch(value -> value.contains(word)))) {
                found.add(column[0] + "." + column[1]);
            }
        }
        return found;
    }

    private List<String> values(String[] column) {
        String select = "select \"%2$s\" from \"%1$s\" where \"%2$s\" is not null".formatted((Object[]) column);
        List<String> values = List.of();
        if (column[2].startsWith("CHARACTER")) {
            values = jdbc.queryForList(select, String.class);
        } else if (column[2].startsWith("BINARY")) {
            values = jdbc.query(select, (row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8));
        }
        return values.stream().map(value -> value.toLowerCase(Locale.ROOT)).toList();
    }

    /** All that can hold a text, as {@code TABLE.COLUMN}. */
    List<String> columns() {
        return jdbc.queryForList(
                "select table_name || '.' || column_name from information_schema.columns"
                        + " where table_schema = 'PUBLIC' and data_type like 'CHARACTER%'",
                String.class);
    }
}
