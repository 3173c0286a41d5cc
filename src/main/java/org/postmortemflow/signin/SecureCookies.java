package org.postmortemflow.signin;

import java.util.Locale;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Where people reach us by https, cookies travel by nothing else, and the session's has a name that browsers take from this host
 * alone ({@code __Host-}). A setting of the same name wins.
 */
public final class SecureCookies implements EnvironmentPostProcessor {

    static final String SESSION = "__Host-session";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String publicUrl = environment.getProperty("postmortem.public-url", "");
        if (publicUrl.toLowerCase(Locale.ROOT).startsWith("https://")) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "secure cookies",
                            Map.of(
                                    "server.servlet.session.cookie.secure", "true",
                                    "server.servlet.session.cookie.name", SESSION,
                                    "server.servlet.session.cookie.path", "/",
                                    "camunda.bpm.webapp.session-cookie.enable-secure-cookie", "true",
                                    "camunda.bpm.webapp.session-cookie.cookie-name", SESSION,
                                    "camunda.bpm.webapp.csrf.enable-secure-cookie", "true")));
        }
    }
}
