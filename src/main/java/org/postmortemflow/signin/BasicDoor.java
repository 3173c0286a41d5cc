package org.postmortemflow.signin;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * Whether programs may use persons' passwords. A program that keeps one can do all that the person can, for ever, and nobody sees
 * which program it was; so outside of the demo they use access tokens, unless a setting says otherwise.
 */
@Component
class BasicDoor {

    private static final String DEMO = "classpath:organisation/demo.yaml";

    private final boolean open;

    BasicDoor(
            SignInSettings settings,
            OidcSettings provider,
            @Value("${postmortem.organisation:" + DEMO + "}") String organisation) {
        if (!settings.passwordForm() && !provider.isOn()) {
            throw new InvalidConfigurationPropertyValueException(
                    "postmortem.sign-in.password-form",
                    false,
                    "Without a provider (postmortem.oidc.issuer) nobody could sign in: leave this setting out.");
        }
        boolean inTheDemo = organisation.equals(DEMO) && !provider.isOn();
        open = settings.basic() == null ? inTheDemo : settings.basic();
    }

    boolean isOpen() {
        return open;
    }

    /** Takes Basic in this chain, or does not look at it. */
    void in(HttpSecurity http, AuthenticationEntryPoint entryPoint) throws Exception {
        if (open) {
            http.httpBasic(basic -> basic.authenticationEntryPoint(entryPoint));
        } else {
            http.httpBasic(AbstractHttpConfigurer::disable);
        }
    }
}
