package org.postmortemflow.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.TestClock;
import org.postmortemflow.incident.IncidentReport;
import org.postmortemflow.incident.Mention;
import org.postmortemflow.incident.ReportIncident;
import org.postmortemflow.incident.Resolution;
import org.postmortemflow.shared.PostmortemId;
import org.postmortemflow.shared.Severity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Each address of ours that can be read: what its headers forbid, and that the page does not need it. */
@ApplicationTest
class PageHeadersTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");
    private static final Pattern INLINE = Pattern.compile(
            "<script(?![^>]*\\ssrc=)|<style|\\sstyle\\s*=\\s*[\"']|<[^>]+\\son[a-z]+\\s*=\\s*[\"']|[\"']javascript:");

    /** A file for elsewhere: it has its style within it, which its own policy allows by its hash. */
    private static final String EXPORT = "/export.html";

    @Autowired
    MockMvc web;

    @Autowired
    ReportIncident reportIncident;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    JdbcClient jdbc;

    @Test
    void noPageHasOrMayHaveScriptsOrStylesWithinItOrIsStored() throws Exception {
        SoftAssertions all = new SoftAssertions();
        int pages = 0;
        for (String address : addresses()) {
            MockHttpServletResponse answer = read(address);
            String policy = String.valueOf(answer.getHeader("Content-Security-Policy"));
            all.assertThat(policy).as(address).contains("default-src '", "frame-ancestors 'none'");
            if (address.endsWith(".svg") && answer.getStatus() == 200) {
                all.assertThat(policy)
                        .as("a picture may have styles, and nothing else")
                        .contains("'none'", "sandbox");
            } else {
                all.assertThat(policy).as(address).doesNotContain("unsafe");
            }
            all.assertThat(answer.getHeader("X-Content-Type-Options"))
                    .as(address)
                    .isEqualTo("nosniff");
            all.assertThat(answer.getHeader("X-Frame-Options")).as(address).isEqualTo("DENY");
            all.assertThat(answer.getHeader("Referrer-Policy")).as(address).isNotBlank();
            all.assertThat(answer.getHeader("Permissions-Policy")).as(address).contains("camera=()");
            all.assertThat(String.valueOf(answer.getHeader("Cache-Control")))
                    .as(address)
                    .containsAnyOf("no-store", "private");
            if (String.valueOf(answer.getContentType()).startsWith("text/html")
                    && answer.getStatus() == 200
                    && !address.endsWith(EXPORT)) {
                pages++;
                all.assertThat(INLINE.matcher(answer.getContentAsString(StandardCharsets.UTF_8))
                                .results()
                                .map(found -> found.group())
                                .toList())
                        .as(address)
                        .isEmpty();
            }
        }
        all.assertAll();
        assertThat(pages).isGreaterThan(30);
    }

    @Test
    void filesThatLeaveAreNotedAndPagesAreNot() throws Exception {
        jdbc.sql("delete from audit_entry").update();
        read("/postmortems");
        read("/postmortems.csv?q=secret");
        assertThat(jdbc.sql("select kind, person_id, about from audit_entry")
                        .query()
                        .listOfRows())
                .singleElement()
                .satisfies(row -> assertThat(row.values()).containsExactly("exported", "admin", "/postmortems.csv"));
        String page = read("/admin/audit?kind=exported").getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("/postmortems.csv", "Demo Administrator", "Download as CSV");
        assertThat(read("/admin/audit?person=mei&from=2026-01-01&until=nonsense")
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("Nothing like that is in the log");
        assertThat(read("/admin/audit.csv?kind=exported").getContentAsString(StandardCharsets.UTF_8))
                .contains("exported,admin,127.0.0.1,/postmortems.csv");
        assertThat(web.perform(get("/admin/audit").with(user("ben")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(409);
        assertThat(web.perform(get("/admin/audit.csv").with(user("ben")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(409);
    }

    private List<String> addresses() {
        String id = postmortem().toString();
        List<String> patterns = new ArrayList<>(List.of("/login", "/nowhere"));
        requestMappingHandlerMapping.getHandlerMethods().forEach((info, handler) -> {
            boolean ours = handler.getBeanType().getPackageName().startsWith("org.postmortemflow");
            boolean reads = info.getMethodsCondition().getMethods().isEmpty()
                    || info.getMethodsCondition().getMethods().contains(RequestMethod.GET);
            info.getPatternValues().stream().filter(pattern -> ours && reads).forEach(patterns::add);
        });
        return patterns.stream()
                .map(pattern -> VARIABLE.matcher(VARIABLE.matcher(pattern).replaceFirst(id))
                        .replaceAll("overview"))
                .distinct()
                .sorted()
                .toList();
    }

    private MockHttpServletResponse read(String address) throws Exception {
        return web.perform(
                        address.startsWith("/api/")
                                ? get(address).with(httpBasic("admin", "demo"))
                                : get(address).with(user("admin").roles("USER", "ADMIN")))
                .andReturn()
                .getResponse();
    }

    private PostmortemId postmortem() {
        return Objects.requireNonNull(reportIncident
                .report(new IncidentReport(
                        "test",
                        UUID.randomUUID().toString(),
                        null,
                        TestClock.START,
                        null,
                        "Checkout is slow",
                        Severity.SEV_1,
                        null,
                        null,
                        Resolution.at(TestClock.START),
                        List.of(new Mention("checkout-api", "checkout-api")),
                        List.of(),
                        "It was slow.",
                        Set.of(),
                        null))
                .postmortem());
    }
}
