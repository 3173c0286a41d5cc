package org.postmortemflow.wording.domain;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that the organisation has.
 *
 * @param persons names, ids and addresses of all persons
 * @param services their ids
 * @param internalDomains every host below these is internal, for example {@code corp.example}
 */
public record Vocabulary(List<Named> persons, Set<String> services, Set<String> internalDomains) {

    /** First names that are everyday words as well: only the full name means the person. */
    private static final Set<String> WORDS = Set.of(
            "admin",
            "administrator",
            "art",
            "april",
            "august",
            "bill",
            "chase",
            "chance",
            "chip",
            "dawn",
            "demo",
            "drew",
            "faith",
            "frank",
            "grace",
            "grant",
            "hope",
            "hunter",
            "iris",
            "jack",
            "joy",
            "june",
            "lance",
            "mark",
            "max",
            "may",
            "miles",
            "page",
            "pat",
            "rich",
            "rob",
            "robin",
            "root",
            "rose",
            "ruby",
            "sue",
            "summer",
            "system",
            "test",
            "the",
            "victor",
            "will");

    /** A person by what he or she may be called in a text. */
    public record Named(String id, String name, String email) {}

    /** Matches any name of a person: full, first alone, or {@code @id}; never matches when there are no persons. */
    Pattern personPattern() {
        Stream<String> full = persons.stream().map(Named::name).filter(name -> name.length() > 2);
        Stream<String> first = persons.stream()
                .map(person -> person.name().split("\\s+")[0])
                .filter(name -> name.length() > 2 && Character.isUpperCase(name.charAt(0)))
                .filter(name -> !WORDS.contains(name.toLowerCase(Locale.ROOT)));
        String ids = alternatives(persons.stream().map(Named::id).toList());
        String names = alternatives(Stream.concat(full, first).toList());
        if (names.isEmpty()) {
            return Pattern.compile("(?!)");
        }
        return Pattern.compile("(?U)(?:(?<![\\w@-])(?:" + names
                // Ada is a language too
                + ")(?![\\w@-]|\\.\\w| (?:compilers?|programs?|language|runtime|code)\\b)|(?<!\\w)@(?:" + ids
                + ")(?![\\w-]))");
    }

    /** One regular expression for any of the words, the longest first. */
    static String alternatives(Collection<String> words) {
        return new TreeSet<>(words)
                .stream()
                        .sorted((one, other) -> other.length() - one.length())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"));
    }
}
