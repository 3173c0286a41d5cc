package org.postmortemflow.comment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.postmortemflow.people.Organisation;
import org.postmortemflow.people.Person;
import org.springframework.stereotype.Component;

/** Finds whom a Markdown text calls, as in {@code @ben}. Code, addresses and links call nobody. */
@Component
public class Mentions {

    /** An id as the organisation file takes it; the full stop of a sentence may hang on to it. */
    private static final Pattern CALLED =
            Pattern.compile("(?<![\\p{L}\\p{N}._@/-])@([A-Za-z0-9][A-Za-z0-9._@-]{0,60})");

    /** Deeper than people write; a page of brackets must not exhaust the stack. */
    private static final int DEEPEST = 40;

    private final Parser parser = Parser.builder()
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();
    private final Organisation organisation;

    Mentions(Organisation organisation) {
        this.organisation = organisation;
    }

    /** Each once, in the order in which they are called. */
    public Collection<Person> in(String markdown) {
        Map<String, Person> persons = organisation.persons().stream()
                .collect(Collectors.toMap(person -> lower(person.id().value()), person -> person));
        Map<String, Person> called = new LinkedHashMap<>();
        CALLED.matcher(words(markdown))
                .results()
                .map((MatchResult found) -> longest(lower(found.group(1)), persons))
                .flatMap(Optional::stream)
                .forEach(person -> called.putIfAbsent(person.id().value(), person));
        return List.copyOf(called.values());
    }

    /** What hangs on to an id is taken off from its end until somebody is called that: "@ben." is Ben. */
    private static Optional<Person> longest(String typed, Map<String, Person> persons) {
        String id = typed.replaceFirst("[._@-]+$", "");
        return IntStream.iterate(typed.length(), length -> length >= id.length() && length > 0, length -> length - 1)
                .mapToObj(length -> persons.get(typed.substring(0, length)))
                .flatMap(person -> Optional.ofNullable(person).stream())
                .findFirst();
    }

    private String words(String markdown) {
        List<String> words = new ArrayList<>();
        parser.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.add(text.getLiteral());
            }
        });
        return String.join("\n", words);
    }

    private static String lower(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
