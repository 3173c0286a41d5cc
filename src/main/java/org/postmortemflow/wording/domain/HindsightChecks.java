package org.postmortemflow.wording.domain;

import static org.postmortemflow.wording.domain.Participles.PARTICIPLE;
import static org.postmortemflow.wording.domain.Persons.PERSON;
import static org.postmortemflow.wording.domain.Persons.SUBJECT;

import java.util.List;

/** Hindsight: judged from the end, asked with "why", told of what did not happen (R19). */
final class HindsightChecks {

    private static final String NOT = "(?:n['’]t| not| never| also| really| at least| probably){0,3}";

    /** What a program was expected to do is a fact: "the job should have finished by then", "it should have been sent". */
    private static final String EXPECTED = "(?:automatically|been (?:automatically|on\\b|off\\b)"
            + "|(?:finished|completed|ended|started|returned|fired|triggered|succeeded|expired|scaled|arrived|failed|received|run|become)\\b)";

    private static final String HAVE = NOT + "(?: have|['’]ve| of)(?: \\w+ly)? ";

    private static final String MODAL = "\\b(?:should|ought to)";

    private static final String TRANSFERRED =
            "been (?:sent|delivered|written|processed|received|created|deleted|removed|applied|stored|routed|kept)\\b";

    /** What stands before is looked at only where the rest is there: looked for everywhere, it takes long. */
    private static final String SHOULD = MODAL
            + "(?:(?<=" + SUBJECT + " (?:should|ought to))" + HAVE + PARTICIPLE
            + "|(?<!\\b(?:that|which) (?:should|ought to))" + HAVE + "(?!" + EXPECTED + ")" + PARTICIPLE
            + "|(?<=\\b(?:that|which) (?:should|ought to))" + HAVE + "(?!" + EXPECTED + "|" + TRANSFERRED + ")"
            + PARTICIPLE
            + ")";

    private static final String WHY = "\\bwhy (?:did|was|were|had|has|have|do|does|would)(?:n['’]t)? "
            + "(?:(?:the|an?|our|this|that|these|those) )?(?:[\\w-]+ )?(?:" + PERSON
            + "|\\b(?:he|she|they|we|you|i)\\b";

    private static final String PREVENTED =
            "prevented|avoided|averted|caught|detected|noticed|seen|spotted|stopped|checked"
                    + "|tested|asked|known|limited|shortened|reduced|reverted|rolled|moved|acted|reacted|escalated|paged|helped|saved"
                    + "|warned|told|mitigated|fixed|done|found earlier|worse|better";

    private static final String COULD =
            "(?:could|might)(?:n['’]t| not| also| easily| well){0,3} (?:have|of)(?: \\w+ly)?";

    /** How long something takes or what it meets is no wish: "requests that would have taken 20 ms took nine seconds". */
    private static final String MEASURE = "(?:taken|needed|lasted|cost|had)\\b";

    private static final String WOULD =
            "would(?:n['’]t| not| never| also| still| probably| likely){0,3} have(?! to\\b)(?: \\w+ly)? ";

    private static final String COUNTERFACTUAL =
            "\\b" + WOULD + "(?:(?<=" + SUBJECT + " would[^.,;]{0,30})" + PARTICIPLE
                    + "|(?<!\\b(?:that|which) would[^.,;]{0,30})(?!had\\b)" + PARTICIPLE
                    + "|(?<=\\b(?:that|which) would[^.,;]{0,30})(?!" + MEASURE + ")" + PARTICIPLE + ")"
                    + "(?<!\\b(?:expect|where |whether |unless )[^.,;]{0,50} would[^.,;]{0,40})"
                    + "|\\b" + COULD + " (?:been )?(?:" + PREVENTED + ")\\b"
                    + "|" + SUBJECT + " " + COULD + " (?!been )" + PARTICIPLE
                    + "|\\bif only\\b"
                    + "|(?:^|[,;] )had (?:the|they|we|he|she|it|an?|this|that|there|someone|somebody|anyone|[\\w-]+) [^.?;]*,"
                    + "|\\bif (?:the |an? |our |this |that )?(?:[\\w-]+ ){1,3}had (?:not )?" + PARTICIPLE
                    + "(?=[^.?;]*\\b(?:would|could|might)\\b)";

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
