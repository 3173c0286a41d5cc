package org.postmortemflow.timeline.candidates.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.postmortemflow.timeline.candidates.Chosen;
import org.springframework.util.MultiValueMap;

/** Reads the boxes that were ticked, each with its text and kind. */
final class Ticked {

    private static final String UUID_FORM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private Ticked() {}

    static List<Chosen> rows(MultiValueMap<String, String> typed) {
        return typed.getOrDefault("take", List.of()).stream()
                .filter(id -> id.matches(UUID_FORM))
                .distinct()
                .map(id -> new Chosen(UUID.fromString(id), value(typed, "text-" + id), value(typed, "kind-" + id)))
                .toList();
    }

    private static String value(MultiValueMap<String, String> typed, String name) {
        return Objects.requireNonNullElse(typed.getFirst(name), "");
    }
}
