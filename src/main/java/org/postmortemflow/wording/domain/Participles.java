package org.postmortemflow.wording.domain;

/** What follows "should have" when it is a judgement, as part of a regular expression. */
final class Participles {

    private static final String IRREGULAR =
            "been|gone|told|done|seen|known|taken|had|made|run|caught|found|kept|held|built"
                    + "|sent|put|set|read|left|felt|thought|brought|written|chosen|given|begun|come|become|understood|stopped|cut"
                    + "|met|won|lost|spoken|shown|drawn|driven|broken|rolled|rung|thrown|sought|meant|paid|said|let|hit|shut|fallen";

    /** Words in -ed that describe a thing: "should have limited access". */
    private static final String ADJECTIVES = "(?:limited|dedicated|shared|restricted|increased|detailed|reduced|fixed"
            + "|replicated|cached|distributed|managed|named|encrypted|redundant|need|speed|feed|seed|embed)";

    /** The participle, with "not", "been" and an adverb before it if there are any. */
    static final String PARTICIPLE =
            "(?:(?:not|never|already|also|just|really|probably|simply|\\w+ly) ){0,4}(?:been\\b|(?:(?!" + ADJECTIVES
                    + " (?!the|a|an|this|that|it|them|to|our|its|all|by)\\b)\\w{2,}ed|" + IRREGULAR + ")\\b)";

    private Participles() {}
}
