package org.postmortemflow.process.security;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterConfig;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.postmortemflow.shared.SessionClasses;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Carries the sign-in from Spring Security, behind its filter, into the engine's web applications and REST. */
@Configuration(proxyBeanMethods = false)
class EngineDoors {

    private static final int BEHIND_SIGN_IN = SecurityProperties.DEFAULT_FILTER_ORDER + 10;

    @Bean
    FilterRegistrationBean<Filter> webApplicationsSignIn() {
        return registration(new SignInFilter(), "/camunda/app/*", "/camunda/api/*");
    }

    @Bean
    FilterRegistrationBean<Filter> engineRestSignIn(ProcessEngine engine) {
        return registration(new EngineRestSignIn(engine), "/engine-rest/*");
    }

    /** They keep in the session who is signed in. */
    @Bean
    SessionClasses webApplicationsInSessions() {
        return new SessionClasses("org.camunda.bpm.webapp.**");
    }

    private static FilterRegistrationBean<Filter> registration(Filter filter, String... paths) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(paths);
        registration.setOrder(BEHIND_SIGN_IN);
        return registration;
    }

    private static final class SignInFilter extends ContainerBasedAuthenticationFilter {

        @Override
        public void init(FilterConfig config) {
            authenticationProvider = new SpringSignIn();
        }
    }
}
