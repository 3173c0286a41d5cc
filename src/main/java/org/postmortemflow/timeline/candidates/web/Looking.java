package org.postmortemflow.timeline.candidates.web;

import java.util.Objects;
import java.util.StringJoiner;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * What of the candidates a person looks at, as the address says it.
 *
 * @param from local time as typed; null when nothing was said, so that the usual window counts
 * @param page from 1
 */
record Looking(
        String channel,
        @org.jspecify.annotations.Nullable String from,
        @org.jspecify.annotations.Nullable String to,
        boolean markedOnly,
        int page) {

    private static final int LAST_PAGE = 100_000;

    static Looking of(MultiValueMap<String, String> typed) {
        String page = Objects.requireNonNullElse(typed.getFirst("page"), "");
        return new Looking(
                Objects.requireNonNullElse(typed.getFirst("channel"), ""),
                typed.getFirst("from"),
                typed.getFirst("to"),
                "true".equals(typed.getFirst("marked")),
                page.matches("[1-9]\\d{0,4}") ? Math.min(LAST_PAGE, Integer.parseInt(page)) : 1);
    }

    /** With the question mark, or empty. */
    String query() {
        return query(page);
    }

    String query(int otherPage) {
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        if (!channel.isEmpty()) {
            query.add("channel=" + encoded(channel));
        }
        if (from != null) {
            query.add("from=" + encoded(from));
        }
        if (to != null) {
            query.add("to=" + encoded(to));
        }
        if (markedOnly) {
            query.add("marked=true");
        }
        if (otherPage > 1) {
            query.add("page=" + otherPage);
        }
        return query.toString();
    }

    private static String encoded(String value) {
        return UriUtils.encode(value, java.nio.charset.StandardCharsets.UTF_8);
    }
}
