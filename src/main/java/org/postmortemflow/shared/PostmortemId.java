package org.postmortemflow.shared;

import java.util.UUID;

/** Identifies a postmortem; also the business key of its process instance. */
public record PostmortemId(UUID value) {

    /** A fresh, random id. */
    public static PostmortemId random() {
        return new PostmortemId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when {@code text} is not a UUID */
    public static PostmortemId parse(String text) {
        return new PostmortemId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
