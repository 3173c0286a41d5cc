package org.postmortemflow.process.gateway;

/**
 * While a job changes a process instance, H2 may for a moment not find it, and the engine counts on it. That is a collision with
 * somebody else's work, which can be tried again, and no mistake in a program.
 */
final class HiddenInstance {

    private static final String ENGINE = "org.camunda.bpm.engine.impl.";

    private HiddenInstance() {}

    /** Only where the engine itself stumbled: one of ours is a mistake, also when the engine called us. */
    static boolean isMetBy(NullPointerException e) {
        StackTraceElement[] trace = e.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith(ENGINE);
    }
}
