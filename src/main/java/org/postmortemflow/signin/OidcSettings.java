package org.postmortemflow.signin;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sign-in at an OpenID provider.
 *
 * @param issuer its address, whose {@code /.well-known/openid-configuration} describes it; empty: there is none
 * @param clientId who we are there
 * @param clientSecret better from the environment; empty for a public client
 * @param name what people call it
 * @param personClaim the claim that is the person's id in the organisation file; {@code email} is compared with their address there
 * @param groupsClaim the claim with the groups that a person is in
 * @param roles for {@code administrators} and for pools, the groups whose members have that role besides those in the file
 * @param scopes what is asked for
 */
@ConfigurationProperties("postmortem.oidc")
record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("your organisation's account") String name,
        @DefaultValue("preferred_username") String personClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue Map<String, List<String>> roles,
        @DefaultValue({"openid", "profile", "email"}) List<String> scopes) {

    boolean isOn() {
        return !issuer.isBlank();
    }
}
