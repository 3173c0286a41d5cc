package org.postmortemflow.wording.domain;

/** Words for persons, as parts of regular expressions. */
final class Persons {

    /** "cluster manager" and "Kubernetes operator" are programs. */
    private static final String PROGRAMS =
            "(?<!package |secrets? |cluster |jobs? |resource |task |window |password |memory"
                    + " |process |device |keys? |certificate |cert |session |connection |queue |storage |volume |network |traffic"
                    + " |lock |cache |file |data |state |plugin |service |transaction |kubernetes |prometheus |comparison"
                    + "|precedence |logical |ternary |boolean )\\b";

    private static final String ROLE =
            "(?:" + PROGRAMS + "(?:operators?|managers?)|\\b(?:engineers?|developers?|administrators?"
                    + "|admins?|responders?|commanders?|scribes?|maintainers?|reviewers?|authors?|programmers?|technicians?|colleagues?|sres?"
                    + "|dbas?|employees?|contractors?|interns?|staff|personnel|management|leadership|teams?|squad|crew"
                    + "|on-?callers?|on-call(?: (?:engineer|person|developer|team))?))";

    /** With an article, "the support" is people; without one, at the beginning of a sentence. */
    private static final String GROUP = "(?:(?:^|(?<=\\b(?:the|our) ))(?:support|operations|ops))";

    private static final String ANYBODY =
            "(?:nobody|no one|no-one|somebody|someone|anybody|anyone|everybody|everyone|whoever)";

    /** A person who is spoken of as the one who did it: a role, a group, anybody; not "the team's pipeline". */
    static final String PERSON = "(?:" + ROLE + "|" + GROUP + "|" + ANYBODY + ")(?! ?['’]s)\\b";

    /** Roles alone, for "the engineer's mistake". */
    static final String OWNER = "(?:" + ROLE + "|somebody|someone)";

    /** Persons and the pronouns for them; "it" and "that" are things. */
    static final String SUBJECT = "(?:" + PERSON + "|\\b(?:he|she|they|we|you|i|who)\\b)";

    private Persons() {}
}
