package org.postmortemflow.process.upgrade;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of the running instances of older versions, or would become of them.
 *
 * @param forGood false for a dry run
 * @param versions those with running instances, oldest first
 */
public record UpgradeReport(boolean forGood, List<Version> versions) {

    private static final int SHOWN = 50;

    /**
     * @param missing labels of what the newest version does not have
     * @param carried how many instances were carried over
     */
    public record Version(String model, int from, int to, List<String> missing, int carried, List<Staying> staying) {}

    /**
     * @param postmortem its id
     * @param reason in words for an operator
     */
    public record Staying(String postmortem, String reason) {}

    /** Whether no instance stays on an older version. */
    public boolean complete() {
        return versions.stream().allMatch(version -> version.staying().isEmpty());
    }

    /** For a terminal. */
    public String text() {
        String head = forGood ? "Upgrade of the models." : "Upgrade of the models, dry run: nothing was changed.";
        return versions.isEmpty()
                ? head + "\nEverything that runs is on the newest version."
                : versions.stream().map(this::text).collect(Collectors.joining("\n", head + "\n", ""));
    }

    private String text(Version version) {
        StringBuilder text = new StringBuilder("%s, version %d to %d: %d %s, %d %s"
                .formatted(
                        version.model(),
                        version.from(),
                        version.to(),
                        version.carried(),
                        forGood ? "carried over" : "can be carried over",
                        version.staying().size(),
                        forGood ? "stayed and work on" : "would stay and work on"));
        if (!version.missing().isEmpty()) {
            text.append("\n  not in version %d: %s".formatted(version.to(), String.join(", ", version.missing())));
        }
        version.staying().stream()
                .limit(SHOWN)
                .forEach(one -> text.append("\n  %s stays: %s".formatted(one.postmortem(), one.reason())));
        if (version.staying().size() > SHOWN) {
            text.append("\n  and %d more".formatted(version.staying().size() - SHOWN));
        }
        return text.toString();
    }
}
