package org.postmortemflow.wording.domain;

import java.util.Arrays;
import java.util.Optional;

/** What a finding rests on: the requirement's number, a short name, and why it is asked for. */
public enum Rule {
    HUMAN_ERROR(
            "human-error",
            "R27",
            "A person's error as the cause",
            "A slip is where the questions begin: nothing is learned from it, and nothing changes, when they end there."),
    HINDSIGHT(
            "hindsight",
            "R19",
            "Judged by hindsight",
            "Who says \"should have\" knows how it ended; the people in the incident did not."),
    FELL_SHORT(
            "fell-short",
            "R19",
            "A person who fell short",
            "It tells what somebody did not do, and leaves out what made that likely."),
    CHARACTER(
            "character",
            "R19",
            "A word about character",
            "It explains what people did by what they are like; the situation they were in explains more."),
    PERSON_NAMED(
            "person-named",
            "R18",
            "A person named among the causes",
            "Causes lie in technology and process. What people did is told without their names."),
    WHY_DID(
            "why-did",
            "R19",
            "\"Why\" to a person",
            "\"Why did you\" asks for a justification; \"what\" and \"how\" ask for the circumstances."),
    COUNTERFACTUAL(
            "counterfactual",
            "R19",
            "Something that did not happen",
            "It describes an incident that was not. What did happen, and what made it possible, can be learned from."),
    OUTAGE(
            "outage",
            "R23",
            "\"Outage\" for less than a full one",
            "Readers take an outage for the worst: everything down, for everybody."),
    INTERNAL(
            "internal",
            "R23",
            "Something internal",
            "Customers cannot use it, and strangers might: names of hosts, tickets, people and services stay inside."),
    SUMMARY_LENGTH(
            "summary-length",
            "R23",
            "A summary of two or three sentences",
            "Many customers read only this: one sentence says too little, four are too many."),
    SUMMARY_DURATION(
            "summary-duration",
            "R23",
            "No duration in the summary",
            "How long it lasted is the first thing that customers want to know."),
    SUMMARY_IMPACT(
            "summary-impact",
            "R23",
            "No impact in the summary",
            "Customers compare it with what they saw: slow pages, errors, something missing."),
    MESSAGE_SECTIONS(
            "message-sections",
            "R23",
            "A section is empty",
            "Customers are told three things: what they noticed, how it came about, and what is done about it."),
    APOLOGY(
            "apology",
            "R23",
            "No apology",
            "People relied on us. A plain apology, meant, comes before any explanation."),
    SPELLING("spelling", "R23", "Spelling", "Mistakes in a message to customers look as if nobody had taken care."),
    GRAMMAR("grammar", "R23", "Grammar or style", "A message that reads smoothly is understood at first sight."),
    VERB_FIRST("verb-first", "R20", "Begins with a verb", "A follow-up is something to do: its first word says what."),
    SPECIFIC(
            "specific",
            "R20",
            "Says exactly what",
            "Whoever picks it up was perhaps not there: what is meant must be clear, and what is not."),
    BOUNDED(
            "bounded",
            "R20",
            "Shows when it is done",
            "What has no end is never finished: name what exists, or what a measure shows, when it is done."),
    PRIORITY(
            "priority",
            "R21",
            "Priority P0 or P1",
            "Only what must be done gets a follow-up; what is not worth it is written down with the reason."),
    KIND_MISSING(
            "kind-missing",
            "R21",
            "A kind of follow-up is missing",
            "Prevention is one way of four. If there is a reason for not taking this one, dismiss this with it.");

    private final String key;
    private final String number;
    private final String label;
    private final String why;

    Rule(String key, String number, String label, String why) {
        this.key = key;
        this.number = number;
        this.label = label;
        this.why = why;
    }

    /** Used in addresses, REST and tables. */
    public String key() {
        return key;
    }

    /** The requirement, for example {@code R19}. */
    public String number() {
        return number;
    }

    /** Shown to people. */
    public String label() {
        return label;
    }

    /** The reason for the rule, one or two sentences. */
    public String why() {
        return why;
    }

    public static Optional<Rule> ofKey(String key) {
        return Arrays.stream(values()).filter(rule -> rule.key.equals(key)).findFirst();
    }
}
