package org.postmortemflow.lab;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** All answers of an application under attack: what no answer may be, and how many there were of each kind. */
final class Answers {

    private static final int EXCERPT = 300;

    private final Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
    private final Map<String, String> wrong = new ConcurrentHashMap<>();
    private final AtomicInteger shown = new AtomicInteger();

    void note(String person, HttpResponse<String> answer) {
        String asked = person + ": " + answer.request().method() + " " + answer.uri();
        statuses.computeIfAbsent(answer.statusCode(), status -> new AtomicInteger())
                .incrementAndGet();
        if (answer.statusCode() >= 500) {
            wrong(answer, "answers " + answer.statusCode(), asked);
        }
        if (answer.headers().firstValue("X-Injected").isPresent()) {
            wrong(answer, "has a header that was typed", asked);
        }
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (type.startsWith("text/html")) {
            if (answer.body().contains(HostileText.ELEMENT) || answer.body().contains("href=\"javascript:")) {
                wrong(answer, "shows markup that was typed", asked);
            }
            if (answer.body().contains("&lt;img src=x onerror")) {
                shown.incrementAndGet();
            }
        }
        boolean beforeTheApplication = answer.body().contains("<title>HTTP Status 400");
        if (answer.uri().getPath().startsWith("/api/")
                && answer.statusCode() != 406
                && !List.of("HEAD", "TRACE").contains(answer.request().method())
                && answer.statusCode() >= 400
                && !beforeTheApplication
                && !type.startsWith("application/problem+json")) {
            wrong(answer, "is a refusal of REST, but not problem+json: " + type, asked);
        }
    }

    private void wrong(HttpResponse<String> answer, String what, String asked) {
        String where = answer.request().method() + " "
                + answer.uri().getPath().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "{id}");
        String body = answer.body();
        String cut = (where.length() > EXCERPT ? where.substring(0, EXCERPT) : where) + " " + what;
        wrong.putIfAbsent(
                cut,
                asked.substring(0, Math.min(asked.length(), 2 * EXCERPT)) + " -> "
                        + body.substring(0, Math.min(body.length(), EXCERPT)));
    }

    /** What was wrong, once for each address. */
    Set<String> wrong() {
        Set<String> lines = new TreeSet<>();
        wrong.forEach((what, example) -> lines.add(what + "\n      " + example.replace('\n', ' ')));
        return lines;
    }

    int count() {
        return statuses.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    /** Pages that showed what was typed, made harmless. */
    int shownHarmless() {
        return shown.get();
    }

    @Override
    public String toString() {
        return statuses.toString();
    }
}
