package org.postmortemflow.shared;

/** Identifies a person of the organisation; the same id signs in and is known to the engine. */
public record PersonId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
