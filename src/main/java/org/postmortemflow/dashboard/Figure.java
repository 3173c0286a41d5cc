package org.postmortemflow.dashboard;

import java.util.Arrays;
import java.util.Optional;

/** What each figure means, what it is counted from, and which rule asks for it: a figure means one thing everywhere. */
public enum Figure {
    MEETING_IN_TIME(
            "meeting-in-time",
            "Meetings held in time",
            "The share of postmortems whose meeting began before its deadline: 3 calendar days after the resolution for Sev-1,"
                    + " 5 business days for Sev-2, unless the settings say otherwise. A late one that a manager has excused is late"
                    + " all the same, and shown apart.",
            "Postmortems made here, neither waived nor cancelled, whose meeting was held or can no longer be held in time;"
                    + " by the month of the resolution.",
            "R9"),
    COVERAGE(
            "coverage",
            "Coverage",
            "The share of major incidents (Sev-1 and Sev-2) that got a postmortem. Under 80 % an alarm is shown.",
            "Resolved major incidents reported here; those whose postmortem was waived got none. Cancelled ones, opened for a"
                    + " test or twice, are not counted.",
            "R1"),
    TIME_TO_OWNER(
            "time-to-owner",
            "Time to an owner",
            "How long it took from the resolution until the first owner was designated.",
            "Postmortems made here, not cancelled, that have or had an owner.",
            "R2"),
    TIME_TO_MEETING(
            "time-to-meeting",
            "Time to the meeting",
            "How long it took from the resolution until the meeting began.",
            "Postmortems made here, not cancelled, whose meeting was held.",
            "R9"),
    TIME_TO_REVIEWED(
            "time-to-reviewed",
            "Time to Reviewed",
            "How long it took from the resolution until the content was agreed in the meeting.",
            "Postmortems made here that are Reviewed or Closed.",
            "R8"),
    TIME_TO_CLOSED(
            "time-to-closed",
            "Time to Closed",
            "How long it took from the resolution until nothing more was to be done on the postmortem.",
            "Postmortems made here that are Closed.",
            "R8"),
    BREACHES(
            "breaches",
            "Missed deadlines",
            "How often each deadline was missed, and how many of those a manager has excused, with the reasons that people gave.",
            "The deadlines of the postmortems of these months, follow-ups included; one that moved ahead before it was over is not"
                    + " missed.",
            "R4"),
    ESCALATIONS(
            "escalations",
            "Escalations by rung",
            "How often somebody was told that a step is late: rung 1 is the first to be told, and each next rung one higher.",
            "Mails of escalations of the postmortems of these months; a rung that told several persons at once counts once.",
            "R4"),
    REVIEW_TURNAROUND(
            "review-turnaround",
            "Review turnaround",
            "How long a review took from when it was asked for until there was a verdict, each round by itself.",
            "Review steps that were done, of the postmortems of these months.",
            "R26"),
    FOLLOW_UPS(
            "follow-ups",
            "Follow-ups",
            "How many follow-ups were opened and how many ended, done or declined, in each month, and how many were open at its"
                    + " end. The backlog grows when more are opened than end.",
            "Follow-ups of postmortems made here, by the month in which they were opened or ended; one that was taken up again is"
                    + " open since.",
            "R22"),
    FOLLOW_UPS_IN_TIME(
            "follow-ups-in-time",
            "Follow-ups done in time",
            "The share that was done within 15 days for Sev-1, 30 days otherwise, among those that were done or are overdue.",
            "Follow-ups of the postmortems of these months; declined ones are not counted.",
            "R22"),
    DECLINED(
            "declined",
            "Declined follow-ups",
            "Follow-ups that are not worth doing, with the reason.",
            "Follow-ups of the postmortems of these months that stand as declined.",
            "R14, R21"),
    ACKNOWLEDGEMENTS(
            "acknowledgements",
            "Read by those who must",
            "The share of required readers who have acknowledged that they read a postmortem.",
            "Required readers of Closed postmortems of these months.",
            "R25"),
    STEP_OPEN(
            "step-open",
            "Open at a step",
            "How many postmortems are at a step of the process now, and how many of those are past their due time.",
            "Open steps of all postmortems that fit the filter, whatever its months are.",
            "R6"),
    STEP_TIME(
            "step-time",
            "Time at a step",
            "How long it took from when a step could be done until it was done: median, 90th percentile (nearest rank, of five"
                    + " times or more) and longest. Nights and weekends count; Hold meeting includes the wait for the meeting.",
            "Each time that a step was done, of the postmortems of these months.",
            "R6"),
    STEP_LATE(
            "step-late",
            "Late, and time lost, at a step",
            "How often a step was done, dropped or is still open after it was due, excused or not; and how long that was in all.",
            "Steps with a due time of the postmortems of these months.",
            "R6"),
    STEP_AGAIN(
            "step-again",
            "Steps done again",
            "How often a step had to be done although it had been done before: a review asked for changes, or the meeting was to be"
                    + " scheduled anew.",
            "Steps of the postmortems of these months.",
            "R6"),
    INCIDENT_TIMES(
            "incident-times",
            "Time to detect, mitigate and resolve",
            "Each from the start of the incident, as the timeline tells it or else as it was reported.",
            "Incidents of these months, imported and waived ones too, cancelled ones not; those whose times are not known are left"
                    + " out.",
            "R29"),
    NOTICED(
            "noticed",
            "Who noticed first",
            "Whether a page of monitoring or a person was first, as the timeline and the report tell.",
            "Incidents of these months, imported and waived ones too, cancelled ones not.",
            "R29"),
    FACTORS(
            "factors",
            "Contributing factors and their classes",
            "In how many incidents follow-ups name a factor; case and spaces tell no factors apart. The class is told by the words"
                    + " of the factor.",
            "Follow-ups of the incidents of these months, declined ones too.",
            "R18, R29"),
    RECURRENCE(
            "recurrence",
            "What came back",
            "A factor that was named of at least two incidents of the same service.",
            "Incidents of these months, by their services and the factors that follow-ups name.",
            "R29"),
    FOLLOW_UP_KINDS(
            "follow-up-kinds",
            "Follow-ups by kind",
            "How many follow-ups for prevention, detection, mitigation and the response process are done, open and declined now.",
            "Follow-ups of the incidents of these months, whenever they were opened.",
            "R21, R29");

    private final String key;
    private final String label;
    private final String meaning;
    private final String countedFrom;
    private final String source;

    Figure(String key, String label, String meaning, String countedFrom, String source) {
        this.key = key;
        this.label = label;
        this.meaning = meaning;
        this.countedFrom = countedFrom;
        this.source = source;
    }

    /** Used in addresses and REST. */
    public String key() {
        return key;
    }

    /** Shown to people. */
    public String label() {
        return label;
    }

    /** In a sentence or two, for people. */
    public String meaning() {
        return meaning;
    }

    /** What is in and what is out, for people. */
    public String countedFrom() {
        return countedFrom;
    }

    /** The rules that ask for it. */
    public String source() {
        return source;
    }

    public static Optional<Figure> ofKey(String key) {
        return Arrays.stream(values()).filter(figure -> figure.key.equals(key)).findFirst();
    }
}
