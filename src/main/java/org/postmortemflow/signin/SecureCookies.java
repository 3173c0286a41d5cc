package org.postmortemflow.signin;

import java.util.Locale;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Where people reach us by https, cookies travel by nothing else, and the session's has a name that browsers take from this host
 * alone ({@code __Host-}); else it has the name that the engine's pages look for. A setting of the same name wins.
 */
public final class SecureCookies implements EnvironmentPostProcessor {

    static final String SESSION = "__Host-session";

    private static final String NAME = "server.servlet.session.cookie.name";

    private static final Map<String, Object> BY_HTTPS = Map.of(
            NAME,
            SESSION,
            "server.servlet.session.cookie.secure",
            "true",
            "server.servlet.session.cookie.path",
            "/",
            "camunda.bpm.webapp.session-cookie.enable-secure-cookie",
            "true",
            "camunda.bpm.webapp.session-cookie.cookie-name",
            SESSION,
            "camunda.bpm.webapp.csrf.enable-secure-cookie",
            "true");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String publicUrl = environment.getProperty("postmortem.public-url", "");
        boolean https = publicUrl.toLowerCase(Locale.ROOT).startsWith("https://");
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("cookies", https ? BY_HTTPS : Map.of(NAME, "JSESSIONID")));
    }
}
