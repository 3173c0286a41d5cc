package org.postmortemflow.document;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.NoSuchElementException;
import java.util.Set;

/** The written sections of a postmortem, in the order in which they are read (R15, R16, R18). */
public enum SectionName {
    CALL_RECORDING("callRecording", "Call recording", "The link to the recording of the incident call"),
    OVERVIEW("overview", "Overview", "One or two sentences: cause, timeline, impact. It opens the mail to colleagues."),
    WHAT_HAPPENED(
            "whatHappened",
            "What happened",
            "Technology and process in the order of events. Say roles rather than names."),
    CONTRIBUTING_FACTORS(
            "contributingFactors",
            "Contributing factors",
            "Several, not one root cause: first what was visible, then why the design allowed it."),
    EVIDENCE(
            "evidence",
            "Queries, commands and graphs",
            "What shows it, so that others can look again: queries, commands, graphs, links"),
    RESOLUTION("resolution", "Resolution", "What ended it for now, and what ends it for good"),
    DAMAGE_CONTROL(
            "damageControl",
            "Damage control",
            "What was done for those who were hit: data mended, payments returned, customers told"),
    VISIBLE_MINUTES(
            "visibleMinutes",
            "Minutes visible to customers",
            "A whole number; 0 when customers noticed nothing. This differs from how long the response took."),
    MINUTES_SEV_1("minutesSev1", "Minutes in Sev-1", "A whole number"),
    MINUTES_SEV_2("minutesSev2", "Minutes in Sev-2", "A whole number"),
    CUSTOMERS_AFFECTED(
            "customersAffected",
            "Customers affected",
            "A whole number of customers or accounts: exact, not an estimate, where it can be known"),
    USERS_AFFECTED("usersAffected", "Users affected", "A whole number"),
    CUSTOMER_LIST("customerList", "Which customers", "A list that Support can use, or the link to it"),
    SUPPORT_CONTACTS("supportContacts", "Contacts to support", "How many asked Support for help, with links"),
    FUNCTIONALITY(
            "functionality",
            "Functionality affected, and how severely",
            "What did not work, for whom, and what still did"),
    BUSINESS_METRIC(
            "businessMetric",
            "Business metric",
            "For example events dropped or notifications out of SLA: usually 0, but always check"),
    WENT_WELL("wentWell", "What went well", "What helped, and should be kept"),
    WENT_NOT_SO_WELL("wentNotSoWell", "What did not go so well", "What made it harder, in systems, tools and process"),
    INTERNAL_EMAIL(
            "internalEmail",
            "Internal e-mail",
            "A short paragraph for all teams involved, sent with the link after the meeting"),
    OTHER("other", "Other notes", "What belongs nowhere else");

    private static final Set<SectionName> IMPACT = EnumSet.range(VISIBLE_MINUTES, BUSINESS_METRIC);
    private static final Set<SectionName> NUMBERS = EnumSet.range(VISIBLE_MINUTES, USERS_AFFECTED);

    private final String key;
    private final String label;
    private final String hint;

    SectionName(String key, String label, String hint) {
        this.key = key;
        this.label = label;
        this.hint = hint;
    }

    /** The field's name in forms and REST. */
    public String key() {
        return key;
    }

    /** Shown to people. */
    public String label() {
        return label;
    }

    /** What belongs there, for those who write. */
    public String hint() {
        return hint;
    }

    /** Whether it belongs to the impact (R16). */
    public boolean isImpact() {
        return IMPACT.contains(this);
    }

    /** Whether it holds one whole number and no prose. */
    public boolean isNumber() {
        return NUMBERS.contains(this);
    }

    /** @throws NoSuchElementException when there is no such section */
    public static SectionName ofKey(String key) {
        return Arrays.stream(values())
                .filter(name -> name.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("No section " + key));
    }
}
