package org.postmortemflow.lifecycle;

/** Asks the engine how far it is behind. */
public interface EngineWatch {

    EngineFigures figures();
}
