package org.postmortemflow;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Puts the shared clock back before each test: where an earlier one left it must not matter. */
public final class ClockAtStart implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext test) {
        SpringExtension.getApplicationContext(test)
                .getBeanProvider(TestClock.class)
                .ifAvailable(TestClock::reset);
    }
}
