package org.postmortemflow.signin;

import java.net.URI;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/**
 * What browsers are told besides Spring Security's own: no sniffing, no frames, nothing of it stored, and over https only https
 * from then on.
 */
final class Headers {

    /** Scripts and styles only from our own files, none in a page; images as well, so that reading a page calls nobody. */
    private static final String PAGES = "default-src 'self'; script-src 'self'; object-src 'none'; "
            + "base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /** What programs get is no page: should a browser show it all the same, it may do nothing. */
    private static final String PROGRAMS = "default-src 'none'; frame-ancestors 'none'";

    private static final String NO_DEVICES =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    private Headers() {}

    /** @param issuer the provider, which a form of ours leads to when somebody signs out; empty when there is none */
    static void pages(HeadersConfigurer<HttpSecurity> headers, String issuer) {
        // browsers hold a form's redirects against the policy too
        String policy = issuer.isBlank() ? PAGES : PAGES + " " + origin(URI.create(issuer));
        common(headers)
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(Doors.ENGINE_PAGES), new ContentSecurityPolicyHeaderWriter(policy)));
    }

    static void programs(HeadersConfigurer<HttpSecurity> headers) {
        common(headers).contentSecurityPolicy(policy -> policy.policyDirectives(PROGRAMS));
    }

    private static HeadersConfigurer<HttpSecurity> common(HeadersConfigurer<HttpSecurity> headers) {
        return headers.permissionsPolicyHeader(devices -> devices.policy(NO_DEVICES))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
    }

    private static String origin(URI issuer) {
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }
}
