package org.postmortemflow.operations.domain;

import java.util.Arrays;
import java.util.List;

/** What kind of trouble a factor is, told by its words; the first class that knows one of them. */
public enum FactorClass {
    CAPACITY(
            "Capacity and limits",
            "capacity load limit quota pool memory disk cpu exhaust saturat scal throttl queue backlog timeout"),
    DETECTION("Detection", "alert alarm monitor metric dashboard log trac page pager observab detect"),
    DEPENDENCY(
            "Dependencies",
            "dependen vendor third-party provider upstream dns network certificate partner cloud region"),
    CHANGE("Change", "deploy release rollout migrat config flag upgrade change version schema patch"),
    RECOVERY("Recovery", "rollback roll-back failover fallback backup restore retry circuit redundan"),
    PROCESS(
            "Process and knowledge",
            "process runbook document knowledge training review test on-call handover communicat owner access"),
    OTHER("Other", "");

    private final String label;
    private final List<String> beginnings;

    FactorClass(String label, String beginnings) {
        this.label = label;
        this.beginnings = Arrays.stream(beginnings.split(" "))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** Shown to people. */
    public String label() {
        return label;
    }

    /** The class of a factor in lower case: one of its words begins with one of the class's. */
    public static FactorClass of(String factor) {
        List<String> words = Arrays.asList(factor.split("[^\\p{L}\\p{N}-]+"));
        return Arrays.stream(values())
                .filter(one ->
                        one.beginnings.stream().anyMatch(start -> words.stream().anyMatch(w -> w.startsWith(start))))
                .findFirst()
                .orElse(OTHER);
    }
}
