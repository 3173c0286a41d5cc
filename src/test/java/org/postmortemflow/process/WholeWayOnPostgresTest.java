package org.postmortemflow.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postmortemflow.shared.Severity.SEV_1;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.postmortemflow.OnPostgres;
import org.postmortemflow.lifecycle.Status;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Step;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All that is read and written on PostgreSQL once: a postmortem from its incident to its end, and every address that answers. */
@ProcessTest
@OnPostgres
class WholeWayOnPostgresTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    @Autowired
    Walk walk;

    @Autowired
    MockMvc web;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void aPostmortemIsClosedAndEveryPageAndListAnswers() throws Exception {
        walk.reset();
        PostmortemId closed = walk.incident(SEV_1);
        walk.upTo(closed, Step.HOLD_MEETING);
        walk.passToMeeting(closed);
        walk.does(
                closed,
                Step.HOLD_MEETING,
                People.doing(walk.open(closed, Step.HOLD_MEETING)),
                Map.of("contentAgreed", true, "messageApproved", true));
        walk.does(closed, Step.PUBLISH_EXTERNAL_MESSAGE, People.SUPPORT);
        assertThat(walk.status(closed)).isEqualTo(Status.CLOSED);
        PostmortemId open = walk.incident(SEV_1);
        walk.upTo(open, Step.REVIEW_POSTMORTEM);

        List<String> addresses = addresses();
        assertThat(addresses).hasSizeGreaterThan(80);
        SoftAssertions all = new SoftAssertions();
        for (String address : addresses) {
            for (PostmortemId id : List.of(closed, open)) {
                String asked = VARIABLE.matcher(address).replaceFirst(Matcher.quoteReplacement(id.toString()));
                MockHttpServletResponse answer = read(VARIABLE.matcher(asked).replaceAll("overview"));
                all.assertThat(answer.getStatus())
                        .as("%s: %s", asked, answer.getContentAsString(StandardCharsets.UTF_8))
                        .isLessThan(500);
            }
        }
        all.assertAll();
    }

    private List<String> addresses() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(one -> one.getValue().getBeanType().getPackageName().startsWith("org.postmortemflow"))
                .filter(one -> one.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(one -> one.getKey().getPatternValues().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** As an administrator; what is asked for is sought, where there is something to seek. */
    private MockHttpServletResponse read(String address) throws Exception {
        return web.perform(get(address)
                        .param("q", "checkout")
                        .with(
                                address.startsWith("/api/")
                                        ? httpBasic("admin", "demo")
                                        : user("admin").roles("USER", "ADMIN")))
                .andReturn()
                .getResponse();
    }
}
