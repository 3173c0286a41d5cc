package org.postmortemflow.document;

/** The written sections of a postmortem, in the order in which they are read (R15, R16, R18). */
public enum SectionName {
    CALL_RECORDING("callRecording", "Call recording"),
    OVERVIEW("overview", "Overview"),
    WHAT_HAPPENED("whatHappened", "What happened"),
    CONTRIBUTING_FACTORS("contributingFactors", "Contributing factors"),
    EVIDENCE("evidence", "Queries, commands and graphs"),
    RESOLUTION("resolution", "Resolution"),
    DAMAGE_CONTROL("damageControl", "Damage control"),
    VISIBLE_MINUTES("visibleMinutes", "Minutes visible to customers"),
    MINUTES_SEV_1("minutesSev1", "Minutes in Sev-1"),
    MINUTES_SEV_2("minutesSev2", "Minutes in Sev-2"),
    CUSTOMERS_AFFECTED("customersAffected", "Customers affected"),
    USERS_AFFECTED("usersAffected", "Users affected"),
    CUSTOMER_LIST("customerList", "Which customers"),
    SUPPORT_CONTACTS("supportContacts", "Contacts to support"),
    FUNCTIONALITY("functionality", "Functionality affected, and how severely"),
    BUSINESS_METRIC("businessMetric", "Business metric"),
    WENT_WELL("wentWell", "What went well"),
    WENT_NOT_SO_WELL("wentNotSoWell", "What did not go so well"),
    INTERNAL_EMAIL("internalEmail", "Internal e-mail"),
    OTHER("other", "Other notes");

    private final String key;
    private final String label;

    SectionName(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The field's name in forms and REST. */
    public String key() {
        return key;
    }

    /** Shown to people. */
    public String label() {
        return label;
    }
}
