package org.postmortemflow.people;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postmortemflow.shared.PersonId;

/** What stands for a person who was made nameless: the same in every place, and nothing leads back from it. */
public record Pseudonym(int number) {

    private static final Pattern ID = Pattern.compile("former-colleague-(\\d{1,9})");

    public PersonId id() {
        return new PersonId("former-colleague-" + number);
    }

    /** For people to read. */
    public String name() {
        return "former colleague " + number;
    }

    /** At a domain that never receives mail (RFC 2606 §2). */
    public String address() {
        return id().value() + "@erased.invalid";
    }

    /** The name of a pseudonym with this id; empty for any other person's. */
    static Optional<String> nameOf(PersonId id) {
        Matcher matcher = ID.matcher(id.value());
        return matcher.matches() ? Optional.of("Former colleague " + matcher.group(1)) : Optional.empty();
    }
}
