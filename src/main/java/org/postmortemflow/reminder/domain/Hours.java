package org.postmortemflow.reminder.domain;

import java.time.Instant;

/** When somebody can be written to. */
public interface Hours {

    /** Day and night. */
    Hours ALWAYS = new Hours() {
        @Override
        public boolean isOpen(Instant instant) {
            return true;
        }

        @Override
        public Instant next(Instant instant) {
            return instant;
        }
    };

    boolean isOpen(Instant instant);

    /** The instant itself when it is open, else when it next is. */
    Instant next(Instant instant);
}
