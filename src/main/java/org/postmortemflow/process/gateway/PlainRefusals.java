package org.postmortemflow.process.gateway;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.postmortemflow.shared.Refused;
import org.springframework.stereotype.Component;

/** Lets Tasklist show a refusal in the words of the use case and as the person's request, not as a fault of the server. */
@Component
class PlainRefusals extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<@Nullable CommandInterceptor> interceptors = new ArrayList<>();
        if (configuration.getCustomPreCommandInterceptorsTxRequired() != null) {
            interceptors.addAll(configuration.getCustomPreCommandInterceptorsTxRequired());
        }
        interceptors.add(0, new Unwrap());
        configuration.setCustomPreCommandInterceptorsTxRequired(interceptors);
        // whoever calls logs what is a fault; a refusal is none
        configuration.setEnableCmdExceptionLogging(false);
    }

    private static final class Unwrap extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            try {
                return next.execute(command);
            } catch (FormFieldValidationException e) {
                throw e;
            } catch (ProcessEngineException e) {
                throw Refusals.in(e).map(Unwrap::asRequest).orElse(e);
            }
        }

        private static ProcessEngineException asRequest(Refused refused) {
            return new FormFieldValidationException(refused.problems(), refused.getMessage(), refused);
        }
    }
}
