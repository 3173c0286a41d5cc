package org.postmortemflow.monitoring;

/** Asks the engine how far it is behind. */
public interface EngineWatch {

    EngineFigures figures();
}
