package org.postmortemflow.incident;

/** What a person did during the incident (R3, R4). One person can have several roles. */
public enum ResponderRole {
    INCIDENT_COMMANDER("incident-commander", "Incident commander"),
    SHADOW("shadow", "Incident commander's shadow"),
    DEPUTY("deputy", "Deputy"),
    SCRIBE("scribe", "Scribe"),
    CUSTOMER_LIAISON("customer-liaison", "Customer liaison"),
    STABILISED_SERVICE("stabilised-service", "Performed the task that stabilised the service"),
    PRIMARY_ON_CALL("primary-on-call", "Primary on-call of the most affected service"),
    TRIGGERED_RESPONSE("triggered-response", "Triggered the response"),
    RESPONDER("responder", "Responder");

    private final String key;
    private final String label;

    ResponderRole(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** Used in REST, for example {@code incident-commander}. */
    public String key() {
        return key;
    }

    /** Shown to people. */
    public String label() {
        return label;
    }
}
