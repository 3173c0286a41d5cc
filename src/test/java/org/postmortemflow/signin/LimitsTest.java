package org.postmortemflow.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.util.ServletRequestPathUtils;

class LimitsTest {

    private final LimitSettings settings = new LimitSettings(2, 1, 1, 2);
    private final Limits limits = new Limits(settings);

    @Test
    void aPersonSearchesByPageAndByRestTogetherSoOftenAMinute() {
        assertThat(ask("GET", "/search", "ada")).isNull();
        assertThat(ask("GET", "/api/search", "ada")).isNull();
        ErrorResponseException refused = ask("GET", "/search", "ada");
        assertThat(refused).isNotNull();
        assertThat(refused.getStatusCode().value()).isEqualTo(429);
        assertThat(Integer.parseInt(String.valueOf(refused.getHeaders().getFirst(HttpHeaders.RETRY_AFTER))))
                .isBetween(1, 30);
        assertThat(refused.getBody().getDetail()).contains("Please wait");
        assertThat(ask("GET", "/search", "ben")).as("others search on").isNull();
        assertThat(ask("GET", "/postmortems", "ada")).as("reading is free").isNull();
    }

    @Test
    void filesOfAllKindsCountTogether() {
        assertThat(ask("GET", "/postmortems/7/export.pdf", "ada")).isNull();
        assertThat(ask("GET", "/postmortems.csv", "ada")).isNotNull();
        assertThat(ask("GET", "/postmortems/7/ledger.csv", "ada")).isNotNull();
        assertThat(ask("GET", "/admin/audit.csv", "ada")).isNotNull();
    }

    @Test
    void onlySendingAFileIsAnImport() {
        assertThat(ask("GET", "/import", "ada")).isNull();
        assertThat(ask("POST", "/import", "ada")).isNull();
        assertThat(ask("GET", "/import", "ada")).isNull();
        assertThat(ask("POST", "/api/postmortems/import", "ada")).isNotNull();
    }

    @Test
    void webhooksWithoutASignatureAreSlowedDownAndOthersAreNot() throws Exception {
        RefusedWebhooks door = new RefusedWebhooks(settings);
        for (int i = 0; i < 5; i++) {
            assertThat(send(door, "192.0.2.1", 202)).isEqualTo(202);
        }
        assertThat(send(door, "192.0.2.9", 401)).isEqualTo(401);
        assertThat(send(door, "192.0.2.9", 401)).isEqualTo(401);
        assertThat(send(door, "192.0.2.9", 401)).isEqualTo(429);
        assertThat(send(door, "192.0.2.1", 202)).isEqualTo(202);
    }

    private @Nullable ErrorResponseException ask(String method, String path, String person) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        Principal principal = () -> person;
        request.setUserPrincipal(principal);
        ServletRequestPathUtils.parseAndCache(request);
        try {
            limits.preHandle(request, new MockHttpServletResponse(), this);
            return null;
        } catch (ErrorResponseException refused) {
            return refused;
        }
    }

    private static int send(RefusedWebhooks door, String address, int answer) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/webhooks/pagerduty");
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        FilterChain chain = (asked, answered) -> ((HttpServletResponse) answered).setStatus(answer);
        door.doFilter(request, response, chain);
        return response.getStatus();
    }
}
