package org.postmortemflow.people;

/** Communities of people who share a kind of work (R28); each is also a group in Tasklist. */
public enum Pool {
    INCIDENT_COMMANDERS("incident-commanders", "Incident commanders"),
    REVIEWERS("reviewers", "Reviewers"),
    FACILITATORS("facilitators", "Facilitators"),
    CUSTOMER_SUPPORT("customer-support", "Customer Support"),
    SUPPORT_LEADS("support-leads", "Support leads"),
    MANAGERS("managers", "Managers");

    private final String key;
    private final String label;

    Pool(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** The group's id in Tasklist and in the organisation file. */
    public String key() {
        return key;
    }

    /** Shown to people. */
    public String label() {
        return label;
    }
}
