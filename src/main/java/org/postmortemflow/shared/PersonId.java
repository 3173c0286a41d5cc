package org.postmortemflow.shared;

import java.io.Serializable;

/** Identifies a person of the organisation; the same id signs in and is known to the engine. */
public record PersonId(String value) implements Serializable {

    @Override
    public String toString() {
        return value;
    }
}
