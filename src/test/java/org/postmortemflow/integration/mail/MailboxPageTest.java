package org.postmortemflow.integration.mail;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postmortemflow.ApplicationTest;
import org.postmortemflow.notification.Mail.CalendarPart;
import org.postmortemflow.notification.OutboxMessage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Everyone reads their own mail of the local mailbox, administrators all of it, and nobody anything else. */
@ApplicationTest
class MailboxPageTest {

    private static final String INVITE = String.join(
            "\r\n",
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//x//y//EN",
            "METHOD:REQUEST",
            "BEGIN:VEVENT",
            "UID:1@x",
            "DTSTAMP:20260610T120000Z",
            "DTSTART:20260612T080000Z",
            "DTEND:20260612T083000Z",
            "SEQUENCE:2",
            "SUMMARY:Postmortem: <i>slow</i>",
            "ATTENDEE:mailto:ada@demo.example",
            "END:VEVENT",
            "END:VCALENDAR",
            "");

    @Autowired
    MockMvc browser;

    @Autowired
    LocalMailbox mailbox;

    @Autowired
    MailboxSettings settings;

    private String subject;
    private String file;

    @BeforeEach
    void adaHasAnInvite() {
        subject = "Invite <script>" + UUID.randomUUID();
        file = deliver("ada@demo.example", subject, new CalendarPart("REQUEST", INVITE));
    }

    @AfterEach
    void noBrokenFileStays() throws IOException {
        Files.deleteIfExists(broken());
    }

    @Test
    void thePersonAndTheAdministratorSeeItAndNobodyElse() throws Exception {
        String shown = subject.replace("<", "&lt;").replace(">", "&gt;");

        open("/mailbox", "ada").andExpect(content().string(containsString(shown)));
        open("/mailbox", "admin").andExpect(content().string(containsString(shown)));
        open("/mailbox", "ben").andExpect(status().isOk()).andExpect(content().string(not(containsString(shown))));
        open("/mailbox/" + file, "ben").andExpect(status().isNotFound());
        open("/mailbox/" + file + "/source", "ben").andExpect(status().isNotFound());
        browser.perform(get("/mailbox/" + file)).andExpect(status().is3xxRedirection());
    }

    @Test
    void anInviteIsShownAsACalendarWouldReadItAndNothingOfItIsMarkup() throws Exception {
        open("/mailbox/" + file, "ada")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("REQUEST, sequence 2")))
                .andExpect(content().string(containsString("Postmortem: &lt;i&gt;slow&lt;/i&gt;")))
                .andExpect(content().string(containsString("Fri 12 Jun 2026 10:00 CEST")))
                .andExpect(content().string(containsString("ada@demo.example")))
                .andExpect(content().string(not(containsString("<i>slow"))))
                .andExpect(content().string(not(containsString(subject))));
    }

    @Test
    void theSourceIsADownloadThatNoBrowserShows() throws Exception {
        open("/mailbox/" + file + "/source", "ada")
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Type", containsString("message/rfc822")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/mailbox/nothing.eml",
                "/mailbox/..%2f..%2fpom.xml",
                "/mailbox/%2e%2e%2fpom.xml",
                "/mailbox/..",
                "/mailbox/..%5c..%5cpom.xml",
                "/mailbox/%2fetc%2fpasswd",
                "/mailbox/x.eml%00"
            })
    void whatIsNotInTheMailboxIsNotThere(String address) throws Exception {
        browser.perform(get(URI.create(address)).with(user("admin")))
                .andExpect(status().is4xxClientError())
                .andExpect(content().string(not(containsString("modelVersion"))));
    }

    @Test
    void aFileThatIsNoMailHidesNoOther() throws Exception {
        Files.writeString(broken(), "not a mail at all");

        open("/mailbox", "admin")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(subject.substring(15))));
        open("/mailbox/" + broken().getFileName(), "admin").andExpect(status().isNotFound());
    }

    private Path broken() {
        return settings.mailbox().resolve("broken.eml");
    }

    private ResultActions open(String address, String person) throws Exception {
        return browser.perform(get(URI.create(address)).with(user(person)));
    }

    private String deliver(String to, String about, @Nullable CalendarPart calendar) {
        String id = UUID.randomUUID().toString();
        mailbox.send(new OutboxMessage(
                UUID.randomUUID(),
                "<" + id + "@pm.example>",
                "Ada",
                to,
                about,
                "Hello",
                "<p>Hello</p>",
                calendar,
                null,
                1,
                0,
                Instant.parse("2026-06-10T12:00:00Z"),
                Instant.parse("2026-06-10T12:00:00Z")));
        return id + "pm.example.eml";
    }
}
