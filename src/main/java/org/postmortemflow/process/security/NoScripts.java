package org.postmortemflow.process.security;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * No script runs in the engine, whatever language a library brings along and whoever deployed it: our models have none, and one
 * that came from outside would run with all that the application may do.
 */
@Component
class NoScripts extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setScriptEngineResolver(new NoLanguage());
        configuration.setEnableFetchScriptEngineFromProcessApplication(false);
    }

    private static final class NoLanguage implements ScriptEngineResolver {

        private final ScriptEngineManager none = new ScriptEngineManager(ClassLoader.getPlatformClassLoader());

        @Override
        public void addScriptEngineFactory(ScriptEngineFactory language) {
            // the engine offers its own, of expressions
        }

        @Override
        public ScriptEngineManager getScriptEngineManager() {
            return none;
        }

        @Override
        public @Nullable ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
            return null;
        }
    }
}
