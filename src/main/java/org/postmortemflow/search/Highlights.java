package org.postmortemflow.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds words in texts, and the places that show the most of them. */
final class Highlights {

    private static final int MOST_EXCERPTS = 3;
    private static final int AROUND = 70;
    private static final int WIDTH = 220;

    private Highlights() {}

    /** The whole text with its hits. */
    static List<Piece> all(String text, Set<String> words) {
        return pieces(text, 0, text.length(), hits(text, words));
    }

    /** The places with the most different words first; the beginning of the overview when there is none. */
    static List<Excerpt> excerpts(List<Passage> passages, Set<String> words) {
        record Place(Excerpt excerpt, int different) {}
        List<Place> places = new ArrayList<>();
        for (Passage passage : passages) {
            if (!passage.heading().equals(Contents.TITLE) && !words.isEmpty()) {
                best(passage.text(), words)
                        .ifPresent(place -> places.add(new Place(
                                new Excerpt(passage.heading(), window(passage.text(), place, words)),
                                place.different())));
            }
        }
        List<Excerpt> best = places.stream()
                .sorted(Comparator.comparing(Place::different).reversed())
                .limit(MOST_EXCERPTS)
                .map(Place::excerpt)
                .toList();
        return best.isEmpty() ? beginning(passages) : best;
    }

    private static List<Excerpt> beginning(List<Passage> passages) {
        return passages.stream()
                .filter(passage -> !passage.heading().equals(Contents.TITLE))
                .limit(1)
                .map(passage -> new Excerpt(passage.heading(), window(passage.text(), new Place(0, 0), Set.of())))
                .toList();
    }

    /** @param start where the first word of the place begins */
    private record Place(int start, int different) {}

    private static Optional<Place> best(String text, Set<String> words) {
        List<Words.Token> hits = hits(text, words);
        Place best = null;
        for (int i = 0; i < hits.size(); i++) {
            int start = hits.get(i).start();
            Set<String> different = new HashSet<>();
            for (int j = i; j < hits.size() && hits.get(j).end() - start <= WIDTH - AROUND; j++) {
                different.add(hits.get(j).word());
            }
            if (best == null || different.size() > best.different()) {
                best = new Place(start, different.size());
            }
            if (best.different() == words.size()) {
                break;
            }
        }
        return Optional.ofNullable(best);
    }

    private static List<Piece> window(String text, Place place, Set<String> words) {
        int from = wordStart(text, Math.max(0, place.start() - AROUND));
        int to = wordEnd(text, Math.min(text.length(), from + WIDTH));
        List<Piece> pieces = new ArrayList<>();
        if (from > 0) {
            pieces.add(new Piece("… ", false));
        }
        pieces.addAll(pieces(
                text,
                from,
                to,
                hits(text.substring(from, to), words).stream()
                        .map(token -> new Words.Token(token.word(), token.start() + from, token.end() + from))
                        .toList()));
        if (to < text.length()) {
            pieces.add(new Piece(" …", false));
        }
        return pieces;
    }

    private static List<Words.Token> hits(String text, Set<String> words) {
        return words.isEmpty()
                ? List.of()
                : Words.of(text).stream()
                        .filter(token -> words.contains(token.word()))
                        .toList();
    }

    private static List<Piece> pieces(String text, int from, int to, List<Words.Token> hits) {
        List<Piece> pieces = new ArrayList<>();
        int at = from;
        for (Words.Token hit : hits) {
            // a part of a word that is shown already
            if (hit.start() >= at) {
                if (hit.start() > at) {
                    pieces.add(new Piece(text.substring(at, hit.start()), false));
                }
                pieces.add(new Piece(text.substring(hit.start(), hit.end()), true));
                at = hit.end();
            }
        }
        if (at < to) {
            pieces.add(new Piece(text.substring(at, to), false));
        }
        return pieces;
    }

    /** Where the word at this place begins; text without spaces is cut where it is. */
    private static int wordStart(String text, int at) {
        for (int i = at; i > 0 && i > at - 30; i--) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return at > 0 && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : Math.max(0, at);
    }

    private static int wordEnd(String text, int at) {
        for (int i = at; i < text.length() && i < at + 30; i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i;
            }
        }
        return at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }
}
