package org.postmortemflow.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postmortemflow.people.DemoOrganisation;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

class SessionRulesTest {

    private static final Duration LONGEST = Duration.ofHours(12);

    private final SessionRules rules = new SessionRules(DemoOrganisation.read(), LONGEST);

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aSessionEndsHoweverBusyItWas() throws Exception {
        assertThat(goesOn("ada", LONGEST.minusMinutes(1))).isTrue();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNotNull();
        assertThat(goesOn("ada", LONGEST.plusMinutes(1))).isFalse();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }

    @Test
    void whoHasLeftTheOrganisationFileIsSignedOut() throws Exception {
        assertThat(goesOn("gone", Duration.ZERO)).isFalse();
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }

    private boolean goesOn(String person, Duration age) throws Exception {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        person, null, AuthorityUtils.createAuthorityList("ROLE_USER")));
        MockHttpSession session = new MockHttpSession() {
            @Override
            public long getLastAccessedTime() {
                return getCreationTime() + age.toMillis();
            }
        };
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        rules.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return !session.isInvalid();
    }
}
