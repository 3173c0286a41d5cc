package org.postmortemflow.wording.domain;

import static org.postmortemflow.wording.domain.Participles.PARTICIPLE;
import static org.postmortemflow.wording.domain.Persons.PERSON;
import static org.postmortemflow.wording.domain.Persons.SUBJECT;

import java.util.List;

/** Hindsight: judged from the end, asked with "why", told of what did not happen (R19). */
final class HindsightChecks {

    private static final String NOT = "(?:n['’]t| not| never| also| really| at least| probably){0,3}";

    private static final String SHOULD = "\\b(?:should|ought to)" + NOT + "(?: have|['’]ve| of)(?: \\w+ly)? "
            + PARTICIPLE + "|\\b(?:should|ought to)" + NOT + "(?: have|['’]ve) (?=been\\b)";

    private static final String WHY = "\\bwhy (?:did|was|were|had|has|have|do|does|would)(?:n['’]t)? "
            + "(?:(?:the|an?|our|this|that|these|those) )?(?:[\\w-]+ )?(?:" + PERSON
            + "|\\b(?:he|she|they|we|you|i)\\b";

    private static final String PREVENTED =
            "prevented|avoided|averted|caught|detected|noticed|seen|spotted|stopped|checked"
                    + "|tested|asked|known|limited|shortened|reduced|reverted|rolled|moved|acted|reacted|escalated|paged|helped|saved"
                    + "|warned|told|mitigated|fixed|done|found earlier|worse|better";

    private static final String COULD =
            "(?:could|might)(?:n['’]t| not| also| easily| well){0,3} (?:have|of)(?: \\w+ly)?";

    private static final String COUNTERFACTUAL =
            "\\bwould(?:n['’]t| not| never| also| still| probably| likely){0,3} have"
                    + "(?! to\\b)(?: \\w+ly)? " + PARTICIPLE
                    + "|\\b" + COULD + " (?:been )?(?:" + PREVENTED + ")\\b"
                    + "|" + SUBJECT + " " + COULD + " (?!been )" + PARTICIPLE
                    + "|\\bif only\\b"
                    + "|(?:^|[,;] )had (?:the|they|we|he|she|it|an?|this|that|there|someone|somebody|anyone|[\\w-]+) [^.?;]*,"
                    + "|\\bif (?:the |an? |our |this |that )?(?:[\\w-]+ ){1,3}had (?:not )?" + PARTICIPLE;

    private HindsightChecks() {}

    static List<Check> with(Vocabulary vocabulary) {
        String names = "|" + vocabulary.personPattern().pattern();
        return List.of(
                Phrases.of(
                        Rule.HINDSIGHT,
                        SHOULD,
                        Passage::tells,
                        "Say what was known then, and make the wish a follow-up, for example: \"At 10:05 the dashboard"
                                + " showed no error. Follow-up: add the lag to the dashboard.\""),
                Phrases.of(
                        Rule.WHY_DID,
                        WHY + names + ")",
                        Passage::tells,
                        "Ask for the circumstances: \"What was known at that moment?\" \"How did the tools look?\" \"What"
                                + " made it the sensible thing to do?\""),
                Phrases.of(
                        Rule.COUNTERFACTUAL,
                        COUNTERFACTUAL,
                        passage -> passage.tells() && !passage.isForCustomers(),
                        "Tell what did happen, and put the wish among the follow-ups: \"There is no test of the restore."
                                + " Follow-up: test it every month.\""));
    }
}
