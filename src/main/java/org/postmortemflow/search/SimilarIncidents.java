package org.postmortemflow.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.people.Names;
import org.postmortemflow.readership.Readable;
import org.postmortemflow.readership.Readership;
import org.postmortemflow.search.SearchIndex.Weight;
import org.postmortemflow.shared.PersonId;
import org.postmortemflow.shared.PostmortemId;
import org.springframework.stereotype.Component;

/**
 * Were there incidents like this one before (R18)? Those of the same service, with the same contributing factors, or told in the
 * same rare words.
 */
@Component
public class SimilarIncidents {

    private static final int MOST = 5;
    private static final int WEIGHTIEST = 40;
    private static final int MOST_SERVICES = 3;
    private static final int TELLING = 12;
    private static final int CANDIDATES = 20;
    private static final double FEW = 5;
    private static final double COMMON_SHARE = 0.2;
    /** One word in common is chance. */
    private static final int FEWEST_WORDS = 2;

    private final SearchIndex index;
    private final Rarity rarity;
    private final Readership readership;
    private final Names names;
    private final SearchUpkeep upkeep;

    SimilarIncidents(SearchIndex index, Rarity rarity, Readership readership, Names names, SearchUpkeep upkeep) {
        this.upkeep = upkeep;
        this.index = index;
        this.rarity = rarity;
        this.readership = readership;
        this.names = names;
    }

    /** The most alike first, at most five; none that the reader may not read, and none that was waived or cancelled. */
    public List<SimilarIncident> of(PostmortemId id, PersonId reader) {
        return upkeep.inStep(() -> find(id, reader));
    }

    private List<SimilarIncident> find(PostmortemId id, PersonId reader) {
        Map<String, Weight> own = index.words(List.of(id)).getOrDefault(id, Map.of());
        List<Term> telling = telling(own);
        List<String> services = index.services(List.of(id)).getOrDefault(id, List.of());
        Map<PostmortemId, Match> candidates = candidates(id, telling, services, reader);
        Map<PostmortemId, Map<String, Weight>> theirs = index.words(candidates.keySet());
        Map<PostmortemId, List<String>> others = index.services(candidates.keySet());
        List<Likeness> best = candidates.values().stream()
                .map(match -> Likeness.of(
                        match,
                        telling,
                        own,
                        theirs.getOrDefault(match.id(), Map.of()),
                        common(services, others.getOrDefault(match.id(), List.of()))))
                .filter(likeness ->
                        !likeness.services().isEmpty() || likeness.words().size() >= FEWEST_WORDS)
                .sorted(Comparator.comparing(Likeness::score)
                        .thenComparing(likeness -> likeness.match().resolvedAt())
                        .reversed())
                .limit(MOST)
                .toList();
        return explained(id, best);
    }

    /** The words that tell this one from others: weighty here, rare elsewhere. */
    private List<Term> telling(Map<String, Weight> own) {
        List<String> weightiest = own.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Weight> one) ->
                                one.getValue().weight())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(WEIGHTIEST)
                .map(Map.Entry::getKey)
                .toList();
        double tooOften = Math.max(FEW, index.countAll() * COMMON_SHARE);
        return rarity.terms(weightiest, Set.of()).stream()
                .filter(term -> term.often() > 1 && term.often() <= tooOften)
                .sorted(Comparator.comparing(
                                (Term term) -> (long) weight(own, term.word()).weight() * term.rarity())
                        .reversed())
                .limit(TELLING)
                .toList();
    }

    private Map<PostmortemId, Match> candidates(
            PostmortemId id, List<Term> telling, List<String> services, PersonId reader) {
        Readable readable = readership.readable(reader);
        Map<PostmortemId, Match> candidates = new LinkedHashMap<>();
        if (!telling.isEmpty()) {
            List<Term> rarestFirst =
                    telling.stream().sorted(Comparator.comparing(Term::often)).toList();
            Matching words = Matching.of(Term.quick(rarestFirst), false);
            add(candidates, index.matches(words, readable, new Window(0, null, CANDIDATES)));
        }
        for (String service : services.stream().limit(MOST_SERVICES).toList()) {
            Matching same = new Matching(List.of(), true, service, null, null, null, null);
            add(candidates, index.matches(same, readable, new Window(0, null, CANDIDATES / 2)));
        }
        candidates.remove(id);
        candidates
                .values()
                .removeIf(match -> Set.of(Status.WAIVED, Status.CANCELLED).contains(match.status()));
        return candidates;
    }

    private static void add(Map<PostmortemId, Match> candidates, List<Match> matches) {
        matches.forEach(match -> candidates.putIfAbsent(match.id(), match));
    }

    private static Set<String> common(Collection<String> some, Collection<String> others) {
        Set<String> common = new java.util.LinkedHashSet<>(some);
        common.retainAll(new HashSet<>(others));
        return common;
    }

    private List<SimilarIncident> explained(PostmortemId id, List<Likeness> best) {
        List<PostmortemId> ids =
                new ArrayList<>(best.stream().map(one -> one.match().id()).toList());
        ids.add(id);
        Map<PostmortemId, List<Passage>> texts = best.isEmpty() ? Map.of() : index.texts(ids);
        List<Passage> own = texts.getOrDefault(id, List.of());
        return best.stream()
                .map(one -> new SimilarIncident(
                        one.match(),
                        reasons(one, own, texts.getOrDefault(one.match().id(), List.of()))))
                .toList();
    }

    private List<String> reasons(Likeness likeness, List<Passage> own, List<Passage> other) {
        List<String> reasons = new ArrayList<>();
        if (!likeness.services().isEmpty()) {
            String called = likeness.services().stream().map(names::service).collect(Collectors.joining(", "));
            reasons.add((likeness.services().size() == 1 ? "same service " : "same services ") + called);
        }
        Set<String> factors = likeness.factors();
        if (!factors.isEmpty()) {
            reasons.add("both name " + SharedWords.quoted(own, other, factors) + " among the contributing factors");
        }
        Set<String> rest = new HashSet<>(likeness.words());
        rest.removeAll(factors);
        // that both name it is said already
        likeness.services().forEach(service -> rest.removeAll(Words.asked(names.service(service))));
        if (!rest.isEmpty()) {
            reasons.add("both mention " + SharedWords.quoted(own, other, rest));
        }
        return reasons;
    }

    static Weight weight(Map<String, Weight> words, String word) {
        return words.getOrDefault(word, new Weight(0, false));
    }

    /** How alike two are, and why. */
    private record Likeness(Match match, Set<String> services, Set<String> words, Set<String> factors, double score) {

        private static final double SAME_SERVICE = 1.5;
        private static final double SAME_FACTOR = 2;

        static Likeness of(
                Match match,
                List<Term> telling,
                Map<String, Weight> own,
                Map<String, Weight> theirs,
                Set<String> services) {
            Set<String> words =
                    telling.stream().map(Term::word).filter(theirs::containsKey).collect(Collectors.toSet());
            Set<String> factors = words.stream()
                    .filter(word ->
                            weight(own, word).factor() && weight(theirs, word).factor())
                    .collect(Collectors.toSet());
            double score = services.isEmpty() ? 0 : 1;
            for (Term term : telling) {
                if (words.contains(term.word())) {
                    double both = Math.sqrt((double) weight(own, term.word()).weight()
                            * weight(theirs, term.word()).weight());
                    score += both * term.rarity() * (factors.contains(term.word()) ? SAME_FACTOR : 1);
                }
            }
            return new Likeness(match, services, words, factors, services.isEmpty() ? score : score * SAME_SERVICE);
        }
    }
}
