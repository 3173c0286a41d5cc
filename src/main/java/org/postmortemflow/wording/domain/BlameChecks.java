package org.postmortemflow.wording.domain;

import static org.postmortemflow.wording.domain.Persons.OWNER;
import static org.postmortemflow.wording.domain.Persons.PERSON;
import static org.postmortemflow.wording.domain.Persons.SUBJECT;

import java.util.List;

/** Blame: a person's error, somebody who fell short, a word about character, a name among the causes (R18, R19, R27). */
final class BlameChecks {

    private static final String SLIP =
            "(?:mistakes?|errors?|faults?|oversights?|typos?|slips?|negligence|carelessness)";

    private static final String ERROR = "\\b(?:human|operator|user|manual|pilot|engineer|developer|admin|administrator)"
            + "[ -](?:error|mistake|oversight)s?\\b(?! (?:message|page|code|log|report|rate|handling|screen|budget)s?\\b)"
            + "|\\bfat[- ]finger\\w*"
            + "|" + OWNER + "['’]s? (?:own |careless |simple |small )?" + SLIP + "\\b"
            + "|\\b" + SLIP
            + " (?:of|by|made by|from|on the part of) (?:(?:an?|the|our|one of our|some) )?(?:[\\w-]+ )?" + PERSON
            + "|" + PERSON + "[^.;]*\\b(?:is|are|was|were) (?:to blame|at fault|guilty)\\b";

    private static final String FELL_SHORT =
            "(?: on (?:call|duty))? (?:(?:also|then|simply|again|first|initially|clearly) )?"
                    + "(?:(?:failed|neglected|forgot|omitted|refused|bothered) to\\b|forgot\\b|ignored\\b|overlooked\\b|disregarded\\b"
                    + "|(?:did not|didn['’]t|does not) (?:even )?(?:bother|care|think)\\b|missed (?:the|a|an|that|this|it|all)\\b)";

    private static final String CHARACTER = "\\b(?:careless|negligent|sloppy|sloppily|incompetent|incompetence|reckless"
            + "|stupid|stupidity|clumsy|clumsily|foolish|thoughtless|irresponsible|inattentive|unprofessional|amateurish)"
            + "(?:ly|ness)?\\b|\\b(?:lazy|lazily|ignorant) (?=" + PERSON + ")|" + PERSON
            + " (?:was|were|is|are) (?:too )?"
            + "(?:lazy|ignorant|distracted|unqualified)\\b|\\b(?:not|nobody was|no one was|wasn['’]t|weren['’]t)"
            + " (?:really )?paying attention\\b";

    private BlameChecks() {}

    static List<Check> with(Vocabulary vocabulary) {
        String names = "|" + vocabulary.personPattern().pattern();
        return List.of(
                Phrases.of(
                        Rule.HUMAN_ERROR,
                        ERROR,
                        Passage::tells,
                        "Say what made it possible and likely, for example: \"The two environments look alike in the"
                                + " console, and the command asks for no confirmation.\""),
                Phrases.of(
                        Rule.FELL_SHORT,
                        "(?:" + SUBJECT + names + ")" + FELL_SHORT,
                        Passage::tells,
                        "Say what happened and what people could see, for example: \"The alert came among forty others;"
                                + " it was read 25 minutes later.\""),
                Phrases.of(
                        Rule.CHARACTER,
                        CHARACTER,
                        Passage::tells,
                        "Leave the word out and describe the situation: what was known, what was under way, what the"
                                + " tools showed."),
                new Phrases(
                        Rule.PERSON_NAMED,
                        vocabulary.personPattern(),
                        passage -> passage.kind() == Passage.Kind.CAUSES,
                        (sentence, match) -> "Write \"%s\" instead of \"%s\", or say what the system did."
                                .formatted(match.start() == 0 ? "A responder" : "a responder", match.group())));
    }
}
