package org.postmortemflow.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.postmortemflow.access.AccessToken;
import org.postmortemflow.access.NeededScope;
import org.postmortemflow.access.Scope;
import org.postmortemflow.access.Tokens;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.ServletRequestPathUtils;

/** Signs in with an access token: as its person, with its scopes and no roles. */
@Component
class TokenSignIn implements OpaqueTokenIntrospector {

    private static final String SCOPE = "SCOPE_";

    private final Tokens tokens;
    private final Guesses guesses;

    TokenSignIn(Tokens tokens, Guesses guesses) {
        this.tokens = tokens;
        this.guesses = guesses;
    }

    @Override
    public OAuth2AuthenticatedPrincipal introspect(String secret) {
        String address = address();
        guesses.checkToken(address);
        AccessToken token = tokens.recognise(secret).orElseThrow(() -> {
            guesses.wrongToken(address);
            return new BadOpaqueTokenException("Opens nothing");
        });
        List<GrantedAuthority> scopes = token.scopes().stream()
                .<GrantedAuthority>map(scope -> new SimpleGrantedAuthority(SCOPE + scope.key()))
                .toList();
        return new DefaultOAuth2AuthenticatedPrincipal(
                token.person().value(), Map.of("token", token.id().toString()), scopes);
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : "";
    }

    /** Whoever is signed in, but with a token only within its scopes. */
    static AuthorizationDecision allows(Supplier<? extends Authentication> who, RequestAuthorizationContext context) {
        Authentication one = who.get();
        boolean known = one != null && one.isAuthenticated() && !(one instanceof AnonymousAuthenticationToken);
        return new AuthorizationDecision(known && (!isToken(one) || has(one, neededFor(context.getRequest()))));
    }

    /** An administrator, or a token for it; which only administrators can make, and which counts only while they are. */
    static AuthorizationDecision allowsOperator(
            Supplier<? extends Authentication> who, RequestAuthorizationContext context) {
        Authentication one = who.get();
        boolean administrator = one != null && hasAuthority(one, "ROLE_ADMIN");
        return new AuthorizationDecision(
                administrator || one != null && isToken(one) && has(one, neededFor(context.getRequest())));
    }

    static boolean isToken(Authentication authentication) {
        return authentication instanceof BearerTokenAuthentication;
    }

    /** Whether this token may do everything else but this. */
    static boolean lacksScope(Authentication authentication, HttpServletRequest request) {
        return isToken(authentication) && !has(authentication, neededFor(request));
    }

    static Scope neededFor(HttpServletRequest request) {
        return NeededScope.of(
                request.getMethod(), ServletRequestPathUtils.parse(request).pathWithinApplication());
    }

    private static boolean has(Authentication authentication, Scope scope) {
        return hasAuthority(authentication, SCOPE + scope.key());
    }

    private static boolean hasAuthority(Authentication authentication, String name) {
        return authentication.getAuthorities().stream().anyMatch(authority -> name.equals(authority.getAuthority()));
    }
}
