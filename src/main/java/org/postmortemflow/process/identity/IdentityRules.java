package org.postmortemflow.process.identity;

import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.stereotype.Component;

/**
 * Lets the engine take ids as the organisation file writes them, and keeps its users in the hands of that file: the engine's
 * default lets each person change or delete their own.
 */
@Component
class IdentityRules extends AbstractProcessEnginePlugin {

    private static final String IDS = "[A-Za-z0-9][A-Za-z0-9._@-]*";

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setGeneralResourceWhitelistPattern(IDS);
        configuration.setResourceAuthorizationProvider(new FileKeepsPersons());
    }

    private static final class FileKeepsPersons extends DefaultAuthorizationProvider {

        @Override
        public AuthorizationEntity[] newUser(User user) {
            return new AuthorizationEntity[0];
        }
    }
}
