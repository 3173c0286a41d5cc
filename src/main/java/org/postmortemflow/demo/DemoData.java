package org.postmortemflow.demo;

import org.springframework.stereotype.Component;

/** Whether the postmortems here are made up, so that every page can say so. */
@Component
public class DemoData {

    private volatile boolean shown;

    public boolean isShown() {
        return shown;
    }

    /** From now on, until the application ends. */
    public void show() {
        shown = true;
    }
}
