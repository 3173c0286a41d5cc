package org.postmortemflow.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Service;
import org.postmortemflow.readership.Readership;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

/** Finds postmortems (R25). What a person may not read is neither shown nor counted. */
@Component
public class Search {

    /** More words are not looked for. */
    static final int MOST_WORDS = 12;

    private static final int LAST_PAGE = 100_000;

    private final SearchIndex index;
    private final Rarity rarity;
    private final Readership readership;
    private final Organisation organisation;
    private final SearchUpkeep upkeep;

    Search(SearchIndex index, Rarity rarity, Readership readership, Organisation organisation, SearchUpkeep upkeep) {
        this.upkeep = upkeep;
        this.index = index;
        this.rarity = rarity;
        this.readership = readership;
        this.organisation = organisation;
    }

    /**
     * By pages, counted from 0.
     *
     * @throws org.postmortemflow.shared.Refused when the query makes no sense; fields are {@code q}, {@code factor}, {@code from}
     *     and {@code to}
     */
    public Findings page(SearchQuery query, PersonId reader, int page, int size) {
        query.check();
        return upkeep.inStep(() -> readPage(query, reader, page, size));
    }

    private Findings readPage(SearchQuery query, PersonId reader, int page, int size) {
        List<Term> terms = terms(query);
        Window window = new Window(Math.min(page, LAST_PAGE) * size, null, size + 1);
        boolean unwritten = !terms.isEmpty() && terms.get(0).often() == 0;
        List<Match> matches = unwritten ? List.of() : matches(query, terms, true, reader, window);
        if (!matches.isEmpty() || terms.size() < 2 || page > 0 && anyOnFirstPage(query, terms, reader, unwritten)) {
            return findings(query, terms, true, matches, size);
        }
        List<Term> quick =
                Term.quick(terms.stream().filter(term -> term.often() > 0).toList());
        return findings(query, quick, false, matches(query, quick, false, reader, window), size);
    }

    /** @param after {@link Findings#next} of the part before. @throws org.postmortemflow.shared.Refused as {@link #page} does, or beside {@code after} */
    public Findings after(SearchQuery query, PersonId reader, String after, int size) {
        query.check();
        return upkeep.inStep(() -> readAfter(query, reader, after, size));
    }

    private Findings readAfter(SearchQuery query, PersonId reader, String after, int size) {
        Map<String, Boolean> wanted = wanted(query);
        Cursor cursor = Cursor.read(after, wanted.keySet());
        List<Term> terms = cursor.words().stream()
                .map(counted ->
                        new Term(counted.word(), wanted.getOrDefault(counted.word(), false), counted.rarity(), 1))
                .toList();
        Window window = new Window(0, cursor.after(), size + 1);
        return findings(query, terms, cursor.all(), matches(query, terms, cursor.all(), reader, window), size);
    }

    /** A page beyond the last one of those with all words is empty; it does not show those with some. */
    private boolean anyOnFirstPage(SearchQuery query, List<Term> terms, PersonId reader, boolean unwritten) {
        return !unwritten
                && !matches(query, terms, true, reader, new Window(0, null, 1)).isEmpty();
    }

    private List<Match> matches(SearchQuery query, List<Term> terms, boolean all, PersonId reader, Window window) {
        boolean nothingToLookFor =
                terms.isEmpty() && !(query.words().isBlank() && query.factor().isBlank());
        if (nothingToLookFor) {
            return List.of();
        }
        // PostgreSQL takes no NUL
        String service = query.service() == null ? null : query.service().replaceAll("\\p{Cntrl}", " ");
        Matching matching = new Matching(
                terms,
                all,
                service == null
                        ? null
                        : organisation.service(service).map(Service::id).orElse(service),
                query.severity(),
                query.status(),
                startOf(query.from()),
                startOf(query.to() == null ? null : query.to().plusDays(1)));
        return index.matches(matching, readership.readable(reader), window);
    }

    /** The rarest word first. */
    private List<Term> terms(SearchQuery query) {
        Map<String, Boolean> wanted = wanted(query);
        Set<String> factors = wanted.keySet().stream()
                .filter(word -> wanted.getOrDefault(word, false))
                .collect(Collectors.toSet());
        return rarity.terms(wanted.keySet(), factors);
    }

    /** The words, and whether each must stand among the contributing factors. */
    private static Map<String, Boolean> wanted(SearchQuery query) {
        Map<String, Boolean> wanted = new LinkedHashMap<>();
        Words.asked(query.factor()).stream().limit(MOST_WORDS).forEach(word -> wanted.put(word, true));
        for (String word : Words.asked(query.words())) {
            if (wanted.size() < MOST_WORDS) {
                wanted.putIfAbsent(word, false);
            }
        }
        return wanted;
    }

    private Findings findings(SearchQuery query, List<Term> terms, boolean all, List<Match> matches, int size) {
        List<Match> shown = matches.subList(0, Math.min(size, matches.size()));
        List<PostmortemId> ids = shown.stream().map(Match::id).toList();
        Map<PostmortemId, List<Passage>> texts = index.texts(ids);
        Map<PostmortemId, List<String>> services = index.services(ids);
        Set<String> words = wanted(query).keySet();
        List<Finding> findings = shown.stream()
                .map(match -> new Finding(
                        match,
                        Highlights.all(match.title(), words),
                        services.getOrDefault(match.id(), List.of()),
                        Highlights.excerpts(texts.getOrDefault(match.id(), List.of()), words)))
                .toList();
        Set<String> asked = new LinkedHashSet<>(Words.asked(query.words()));
        asked.addAll(Words.asked(query.factor()));
        return new Findings(
                findings,
                matches.isEmpty() ? 0 : matches.get(0).total(),
                all,
                asked.size() > MOST_WORDS,
                matches.size() > size ? next(terms, all, shown.get(size - 1)) : null);
    }

    private static String next(List<Term> terms, boolean all, Match last) {
        return Cursor.after(last, terms, all).text();
    }

    private @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(organisation.zone()).toInstant();
    }
}
