package org.postmortemflow.dashboard;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.postmortemflow.shared.Step;

/** Where a step is on the picture of the process. */
public final class PictureElements {

    private PictureElements() {}

    /** The id of its task in {@code processes/postmortem.bpmn}: {@code designate-owner} is {@code Task_DesignateOwner}. */
    public static String of(Step step) {
        return Arrays.stream(step.key().split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining("", "Task_", ""));
    }
}
